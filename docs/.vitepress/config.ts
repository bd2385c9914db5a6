import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type HeadConfig } from 'vitepress'
import { fillExhibits } from '../../scripts/report/exhibits/index.ts'
import { copyRustdoc, copySchemas, hasRustdoc } from './extra-files.ts'
import { fillFigures, loadFigures } from './figures.ts'
import { inkByCode, lineInk, loadLineInk } from './line-ink.ts'
import { writeServiceWorker } from './offline/write-service-worker.ts'
import { readingTime } from './reading-time.ts'
import { inkDark, inkLight } from './shiki-themes.ts'
import { sidebar } from './sidebar.ts'
import { siteAddress } from './site-address.ts'
import { nameColumns } from './table-columns.ts'
import { writeTerminalKit } from './terminal-kit/write-kit.ts'
import { toRecall } from './theme/recall/to-recall.ts'

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
    codeTransformers: [lineInk(inkByCode(loadLineInk()))],
    config(md) {
      md.core.ruler.before('normalize', 'figures', (state) => {
        const page = state.env?.relativePath ?? 'a page'
        const text = fillExhibits(fillFigures(state.src, figures, page), page)
        const lab = state.env?.frontmatter?.lab
        state.src = typeof lab === 'number' ? toRecall(text, lab, (part) => md.renderInline(part)) : text
      })
      md.core.ruler.push('columns', ({ tokens }) => nameColumns(tokens))
    },
  },
  transformPageData(page, { siteConfig: { srcDir } }) {
    if (page.frontmatter.lab !== undefined)
      page.frontmatter.read = readingTimeOf(`${srcDir}/${page.filePath}`)
  },
  async buildEnd({ outDir }) {
    copySchemas(outDir)
    copyRustdoc(outDir)
    await writeTerminalKit(outDir)
    writeServiceWorker(outDir, base)
  },
  transformHead({ pageData, title: pageTitle }) {
    return socialTags(pageTitle, pageData.description || description, pageData.relativePath)
  },
  themeConfig: {
    nav: [
      { text: 'Start here', link: '/guides/start' },
      { text: 'Lessons', link: '/lessons/', activeMatch: '/lessons/' },
      { text: 'Guides', link: '/guides/', activeMatch: '/guides/(?!start|classroom|workshop|facilitate)' },
      { text: 'Reference', link: '/reference/', activeMatch: '/reference/' },
      { text: 'Report', link: '/report/', activeMatch: '/report/' },
      { text: 'Teach', link: '/teach/', activeMatch: '/teach/|/guides/(classroom|workshop|facilitate)' },
    ],
    sidebar,
    outline: { level: [2, 3], label: 'On this page' },
    search: { provider: 'local' },
    socialLinks: repository ? [{ icon: 'github', link: repository, ariaLabel: 'Source code' }] : [],
    footer: {
      message:
        'Text and code: MIT or Apache-2.0. Figures are measurements of the embedded devnode, not of Arbitrum One.',
    },
  },
  vite: {
    define: { __RUSTDOC__: JSON.stringify(hasRustdoc()) },
    // Components read model files and figures from the rest of the clone.
    server: { fs: { allow: ['../..'] } },
    build: { chunkSizeWarningLimit: 1_000 },
    // In a Worker there is no zlib.
    resolve: {
      alias: {
        '@inkling/wasm/brotli': fileURLToPath(
          new URL('./theme/playground/runner/brotli.ts', import.meta.url),
        ),
      },
    },
    // The playgrounds' Workers load more of themselves when it is needed.
    worker: { format: 'es' },
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
