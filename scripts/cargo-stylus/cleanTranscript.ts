// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colors begin with an escape character
const COLORS = /\u001b\[[0-9;]*m/g
const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z +/
/** One line a file of the project, and what cargo says about packages. */
const NOISE =
  /^(File used for deployment hash|\s+(Compiling|Downloading|Downloaded|Updating|Locking|Blocking) )/

/** A command's output as a page can show it: no colors, clock times, machine paths or lines that say nothing. */
export function cleanTranscript(text: string, paths: Readonly<Record<string, string>>): string {
  const lines = text
    .replace(COLORS, '')
    .split('\n')
    .map((line) => line.replace(TIME, '').replace(/ in (\d+m )?[\d.]+s$/, ''))
    .filter((line) => !NOISE.test(line))
  let out = lines.join('\n')
  // longest first, so that a folder inside another keeps its own name
  for (const [path, name] of Object.entries(paths).sort(([a], [b]) => b.length - a.length))
    out = out.replaceAll(path, name)
  return out.trim()
}
