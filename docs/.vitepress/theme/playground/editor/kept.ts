/** What a reader leaves in this browser: edits and progress. Nothing is sent anywhere. */
const PREFIX = 'inkling.'

/** False once a browser refused to keep something: private windows and strict settings do. */
let works = true
export const keeps = () => works

export function read(key: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + key) ?? undefined
  } catch {
    works = false
    return undefined
  }
}

/** @returns false where the browser does not keep it */
export function keep(key: string, value: string): boolean {
  try {
    localStorage.setItem(PREFIX + key, value)
    works = true
  } catch {
    works = false
  }
  return works
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key)
  } catch {
    works = false
  }
}
