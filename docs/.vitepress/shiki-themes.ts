import type { ThemeRegistration } from 'shiki'

/** Code in the page's own colors: keywords in brand, numbers in ink, strings in the green of `pass`. */
function theme(
  name: string,
  type: 'light' | 'dark',
  color: Record<'bg' | 'text' | 'muted' | 'brand' | 'ink' | 'pass', string>,
): ThemeRegistration {
  const rule = (scope: string[], foreground: string, fontStyle?: string) => ({
    scope,
    settings: { foreground, fontStyle },
  })
  return {
    name,
    type,
    colors: { 'editor.background': color.bg, 'editor.foreground': color.text },
    settings: [
      { settings: { background: color.bg, foreground: color.text } },
      rule(['comment', 'punctuation.definition.comment'], color.muted, 'italic'),
      rule(['string', 'punctuation.definition.string'], color.pass),
      rule(['constant.numeric', 'constant.language', 'constant.character'], color.ink),
      rule(
        [
          'keyword',
          'storage',
          'entity.name.type.numeric',
          'support.type.property-name',
          'entity.name.command',
        ],
        color.brand,
      ),
      rule(['keyword.operator', 'punctuation', 'string.unquoted'], color.text),
    ],
  }
}

export const inkLight = theme('inkling-light', 'light', {
  bg: '#f3f1e8',
  text: '#1b1f3b',
  muted: '#5a5f7a',
  brand: '#2f3fb5',
  ink: '#a8420d',
  pass: '#1f6f43',
})

export const inkDark = theme('inkling-dark', 'dark', {
  bg: '#1c1f38',
  text: '#ecebe4',
  muted: '#a9acc6',
  brand: '#a3b0ff',
  ink: '#ffb27a',
  pass: '#7fd6a4',
})
