/** A model's name as a name that cargo takes. */
export function crateName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return /^[a-z]/.test(plain) ? plain : `model-${plain}`.replace(/-+$/, '')
}
