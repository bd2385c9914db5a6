import list from '../../../../data/programs.json'

/** Addresses of the committed programs; the build puts them below the site's own path. */
const files = import.meta.glob<string>(
  ['../../../../data/programs/*.{code,bin}', '../../../../../labs/*/prebuilt/*.code'],
  { query: '?url', import: 'default', eager: true },
)

/** First four bytes (functions, errors) or topic (events) by name. */
export const selectors = list.selectors as Record<string, `0x${string}`> &
  Record<keyof typeof list.selectors, `0x${string}`>

/** @throws Error when the site has no such program: a mistake of the page */
export function programUrl(name: string): string {
  const path = Object.keys(files).find(
    (file) => file.endsWith(`/${name}.code`) || file.endsWith(`/${name}.bin`),
  )
  if (path === undefined) throw new Error(`the site has no program called ${name}`)
  return files[path] as string
}

/** Digits that no training saw, for lab 8's nets: one hexadecimal digit a pixel. */
export const heldOut = list.heldOut
