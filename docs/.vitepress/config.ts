import { readFileSync } from 'node:fs'
import { defineConfig, type HeadConfig } from 'vitepress'
import { fillFigures, loadFigures } from './figures.ts'
import { readingTime } from './reading-time.ts'
import { inkDark, inkLight } from './shiki-themes.ts'
import { sidebar } from './sidebar.ts'
import { siteAddress } from './site-address.ts'

const title = 'Inkling'
const description =
  'Trained AI models inside Arbitrum Stylus contracts: labs you run, and what every part of an answer costs.'
const { base, url } = siteAddress(process.env.DOCS_URL)
// The clone's place on the web, where there is one: GitHub's runners say which.
const repository = process.env.GITHUB_REPOSITORY
  ? `${process.env.GITHUB_SERVER_URL ?? 'https://github.com'}/${process.env.GITHUB_REPOSITORY}`
  : undefined
const figures = loadFigures()

export default defineConfig({
  title,
  description,
  lang: 'en-US',
  base,
  srcExclude: ['README.md', 'data/**', 'examples/**', 'test/**'],
  cacheDir: '../.work/vitepress',
  lastUpdated: false,
  // A phone would load every page of the sidebar; a page is a few kilobytes when one follows its link.
  router: { prefetchLinks: false },
  sitemap: url ? { hostname: url } : undefined,
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}logo.svg` }],
    ['meta', { name: 'theme-color', media: '(prefers-color-scheme: light)', content: '#fbfaf6' }],
    ['meta', { name: 'theme-color', media: '(prefers-color-scheme: dark)', content: '#14162b' }],
  ],
  markdown: {
    theme: { light: inkLight, dark: inkDark },
    config(md) {
      md.core.ruler.before('normalize', 'figures', (state) => {
        state.src = fillFigures(state.src, figures, state.env?.relativePath ?? 'a page')
      })
    },
  },
  transformPageData(page, { siteConfig: { srcDir } }) {
    if (page.frontmatter.lab !== undefined)
      page.frontmatter.read = readingTimeOf(`${srcDir}/${page.filePath}`)
  },
  transformHead({ pageData, title: pageTitle }) {
    return socialTags(pageTitle, pageData.description || description, pageData.relativePath)
  },
  themeConfig: {
    nav: [
      { text: 'Start here', link: '/guides/start' },
      { text: 'Lessons', link: '/lessons/00-first-light', activeMatch: '/lessons/' },
      { text: 'Glossary', link: '/reference/glossary' },
    ],
    sidebar,
    outline: { level: [2, 3], label: 'On this page' },
    search: { provider: 'local' },
    socialLinks: repository ? [{ icon: 'github', link: repository, ariaLabel: 'Source code' }] : [],
    footer: {
      message:
        'Text and code: MIT or Apache-2.0. Figures are measurements of the embedded devnode, not of Arbitrum One.',
    },
    notFound: {
      title: 'There is no such page',
      quote: 'The address may be old, or mistyped. Nothing was charged.',
      linkText: 'To the first page',
      linkLabel: 'To the first page',
    },
  },
  vite: {
    // Components read model files and figures from the rest of the clone.
    server: { fs: { allow: ['../..'] } },
    build: { chunkSizeWarningLimit: 1_000 },
  },
})

function readingTimeOf(file: string): number {
  return readingTime(readFileSync(file, 'utf8'))
}

/** What other sites show for a link. Absolute addresses only: without `DOCS_URL` there is nothing to say. */
function socialTags(pageTitle: string, text: string, path: string): HeadConfig[] {
  const tags: HeadConfig[] = [
    ['meta', { property: 'og:type', content: 'website' }],
    ['meta', { property: 'og:title', content: pageTitle }],
    ['meta', { property: 'og:description', content: text }],
  ]
  if (!url || path === '404.md') return tags
  const page = url + path.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '.html')
  return [
    ...tags,
    ['link', { rel: 'canonical', href: page }],
    ['meta', { property: 'og:url', content: page }],
    ['meta', { property: 'og:image', content: `${url}social.png` }],
    ['meta', { property: 'og:image:alt', content: `${title}: ${description}` }],
    ['meta', { name: 'twitter:card', content: 'summary_large_image' }],
  ]
}
