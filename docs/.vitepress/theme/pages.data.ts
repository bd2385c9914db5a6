import { createContentLoader } from 'vitepress'

/** What a list of pages shows of each; the order is the sidebar's. */
export interface PageEntry {
  /** `/guides/start`, as the sidebar writes it. */
  link: string
  title: string
  description: string
}

declare const data: PageEntry[]

export { data }

export default createContentLoader(
  ['lessons/*.md', 'guides/*.md', 'reference/*.md', 'report/*.md', 'teach/*.md'],
  {
    transform: (pages): PageEntry[] =>
      pages.map(({ url, frontmatter }) => ({
        link: url.replace(/\.html$/, ''),
        title: frontmatter.title,
        description: frontmatter.description,
      })),
  },
)
