export const whole = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 0 })

/** Four digits that mean something: 1,234.5 becomes 1,235, 0.012345 becomes 0.01235. */
export function significant(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: 4 })
}

export const milliseconds = (ms: number) => (ms < 10 ? ms.toFixed(1) : ms.toFixed(0))
