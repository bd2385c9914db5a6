/** `98.1 %` */
export function percent(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)} %`
}
