import { existsSync } from 'node:fs'
import type { DefaultTheme } from 'vitepress'

const groups: DefaultTheme.SidebarItem[] = [
  {
    text: 'Begin',
    items: [
      { text: 'Start here', link: '/guides/start' },
      { text: 'Your progress', link: '/progress' },
      { text: 'Terminal', link: '/terminal' },
    ],
  },
  {
    text: 'Lessons',
    items: [
      { text: 'All lessons', link: '/lessons/' },
      { text: '0 · First light', link: '/lessons/00-first-light' },
      { text: '1 · A decision tree', link: '/lessons/01-decision-tree' },
      { text: '2 · A forest', link: '/lessons/02-forest' },
      { text: '3 · Fixed point', link: '/lessons/03-fixed-point' },
      { text: '4 · A neural network', link: '/lessons/04-neural-network' },
      { text: '5 · A net in eight bits', link: '/lessons/05-int8-mlp' },
      { text: '6 · Gas golf', link: '/lessons/06-gas-golf' },
      { text: '7 · Keep the digit secret', link: '/lessons/07-secret-digit' },
      { text: '8 · Weights that live elsewhere', link: '/lessons/08-model-registry' },
      { text: '9 · A mind in an NFT', link: '/lessons/09-mind-nft' },
    ],
  },
  {
    text: 'Guides',
    items: [
      { text: 'All guides', link: '/guides/' },
      { text: 'Choosing a model for a chain', link: '/guides/choosing-a-model' },
      { text: 'From a CSV file to a contract', link: '/guides/csv-to-contract' },
      { text: 'From scikit-learn to a contract', link: '/guides/sklearn-to-contract' },
      { text: 'Quantization without tears', link: '/guides/quantization' },
      { text: 'Reading an ink profile', link: '/guides/ink-profile' },
      { text: 'Calling a model from Solidity', link: '/guides/calling-from-solidity' },
      { text: 'A vault and a governor that ask', link: '/guides/solidity-meets-stylus' },
      { text: 'Auditing a contract with a model', link: '/guides/audit' },
      { text: 'Deploying to Sepolia and One', link: '/guides/deploying' },
      { text: 'Secret weights', link: '/guides/private-weights' },
      { text: 'Codespaces and devcontainer', link: '/guides/codespaces' },
      { text: 'Grade on a nitro node', link: '/guides/nitro' },
    ],
  },
  {
    text: 'Teaching',
    items: [
      { text: "Teacher's corner", link: '/teach/' },
      { text: 'In a classroom', link: '/guides/classroom' },
      { text: 'Workshop plans', link: '/guides/workshop' },
      { text: 'Facilitating lab 0', link: '/guides/facilitate-00' },
      { text: 'Facilitating lab 1', link: '/guides/facilitate-01' },
      { text: 'Facilitating lab 2', link: '/guides/facilitate-02' },
      { text: 'Facilitating lab 3', link: '/guides/facilitate-03' },
      { text: 'Facilitating lab 4', link: '/guides/facilitate-04' },
      { text: 'Facilitating lab 5', link: '/guides/facilitate-05' },
      { text: 'Facilitating lab 6', link: '/guides/facilitate-06' },
      { text: 'Facilitating lab 7', link: '/guides/facilitate-07' },
      { text: 'Facilitating lab 8', link: '/guides/facilitate-08' },
      { text: 'Facilitating lab 9', link: '/guides/facilitate-09' },
    ],
  },
  {
    text: 'Reference',
    items: [
      { text: 'All of it', link: '/reference/' },
      { text: 'Glossary', link: '/reference/glossary' },
      { text: "The grader's commands", link: '/reference/commands' },
      { text: "The grader's JSON", link: '/reference/grader-schema' },
      { text: 'The model file', link: '/reference/model-file' },
      { text: 'Models from other libraries', link: '/reference/import' },
      { text: 'The Rust crates', link: '/reference/crates' },
      { text: 'What inference costs', link: '/reference/bench-inference' },
      { text: 'Proofs', link: '/reference/proof' },
      { text: 'Threat model', link: '/reference/security' },
      { text: 'Cost calculator', link: '/reference/cost-calculator' },
      { text: 'The price list', link: '/reference/ink' },
      { text: 'The embedded devnode', link: '/reference/devnode' },
      { text: "The devnode's JSON-RPC", link: '/reference/devnode-rpc' },
      { text: 'cargo-stylus', link: '/reference/cargo-stylus' },
      { text: 'Decisions', link: '/reference/decisions' },
    ],
  },
  {
    text: 'Community',
    items: [
      { text: 'Contributing a lab', link: '/guides/contributing-a-lab' },
      { text: 'How content is decided', link: '/guides/governance' },
      { text: 'Changelog for learners', link: '/guides/changelog' },
    ],
  },
  {
    text: 'Report',
    items: [
      { text: 'Feasibility', link: '/report/' },
      { text: 'From a class to a crowd', link: '/report/scale' },
      { text: 'Asked and built', link: '/report/asked-and-built' },
    ],
  },
]

/** One sidebar for all pages, in reading order; a page that isn't written yet is left out. */
export const sidebar: DefaultTheme.SidebarItem[] = groups.map((group) => ({
  ...group,
  items: group.items?.filter(({ link }) =>
    existsSync(new URL(`..${link?.replace(/\/$/, '/index')}.md`, import.meta.url)),
  ),
}))
