import { existsSync } from 'node:fs'
import type { DefaultTheme } from 'vitepress'

const groups: DefaultTheme.SidebarItem[] = [
  { text: 'Begin', items: [{ text: 'Start here', link: '/guides/start' }] },
  {
    text: 'Lessons',
    items: [
      { text: '0 · First light', link: '/lessons/00-first-light' },
      { text: '1 · A decision tree', link: '/lessons/01-decision-tree' },
    ],
  },
  {
    text: 'Guides',
    items: [
      { text: 'From a CSV file to a contract', link: '/guides/csv-to-contract' },
      { text: 'Codespaces and devcontainer', link: '/guides/codespaces' },
      { text: 'Grade on a nitro node', link: '/guides/nitro' },
      { text: 'In a classroom', link: '/guides/classroom' },
      { text: 'Workshop plans', link: '/guides/workshop' },
      { text: 'Facilitating lab 0', link: '/guides/facilitate-00' },
      { text: 'Facilitating lab 1', link: '/guides/facilitate-01' },
    ],
  },
  {
    text: 'Reference',
    items: [
      { text: 'Glossary', link: '/reference/glossary' },
      { text: "The grader's commands", link: '/reference/commands' },
      { text: 'The model file', link: '/reference/model-file' },
      { text: 'The Rust crates', link: '/reference/crates' },
      { text: 'What inference costs', link: '/reference/bench-inference' },
      { text: 'The embedded devnode', link: '/reference/devnode' },
      { text: "The devnode's JSON-RPC", link: '/reference/devnode-rpc' },
      { text: 'cargo-stylus', link: '/reference/cargo-stylus' },
      { text: 'Decisions', link: '/reference/decisions' },
    ],
  },
]

/** One sidebar for all pages, in reading order; a page that isn't written yet is left out. */
export const sidebar: DefaultTheme.SidebarItem[] = groups.map((group) => ({
  ...group,
  items: group.items?.filter(({ link }) => existsSync(new URL(`..${link}.md`, import.meta.url))),
}))
