/** Words a minute for prose that has to be thought about; code, tables, fold-outs and markup count for nothing. */
const pace = 130

/** Minutes to read a page's Markdown, rounded up. */
export function readingTime(markdown: string): number {
  const prose = markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^(`{3,})[\s\S]*?^\1/gm, '')
    .replace(/^:::[\s\S]*?^:::$/gm, '')
    .replace(/^<script[\s\S]*?^<\/script>/gm, '')
    .replace(/^<Conditions>[\s\S]*?^<\/Conditions>/gm, '')
    .replace(/^\|.*$/gm, '')
    .replace(/^<<<.*$/gm, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\]\([^)]*\)/g, ']')
  const words = prose.match(/[A-Za-z0-9'’]+/g)?.length ?? 0
  return Math.max(1, Math.ceil(words / pace))
}
