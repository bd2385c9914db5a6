/**
 * Where the site will stand, from `DOCS_URL`: `https://example.org/inkling/`. Without it the site stands at the
 * root of whatever serves it, and has no sitemap and no absolute links.
 *
 * @throws Error when it is no http(s) address
 */
export function siteAddress(url: string | undefined): { base: string; url?: string } {
  if (!url) return { base: '/' }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Error(`DOCS_URL is not an http(s) address: ${url}\nIt looks like https://example.org/inkling/`)
  const { origin, pathname } = new URL(url)
  const base = pathname.endsWith('/') ? pathname : `${pathname}/`
  return { base, url: origin + base }
}
