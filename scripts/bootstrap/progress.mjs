/**
 * One line that says what goes on. On a terminal it is rewritten with the seconds passed; elsewhere
 * it is printed once, and a sign of life follows every 20 s. Everything goes to standard error, so
 * a command's JSON stays clean.
 *
 * @param {string} title such as `Installing npm packages`
 */
export function startProgress(title) {
  const out = process.stderr
  const live = Boolean(out.isTTY) && process.env.TERM !== 'dumb' && !process.env.CI
  const started = Date.now()
  let detail = ''
  const seconds = () => Math.round((Date.now() - started) / 1000)
  const draw = () => {
    const line = `${title} … ${seconds()} s${detail ? `  ${detail}` : ''}`
    out.write(`\r\x1b[2K${line.slice(0, (out.columns || 80) - 1)}`)
  }
  if (live) draw()
  else out.write(`${title} …\n`)
  const timer = live
    ? setInterval(draw, 500)
    : setInterval(() => out.write(`  still at it, ${seconds()} s${detail ? `: ${detail}` : ''}\n`), 20_000)

  return {
    /** What is going on right now, shown beside the title. @param {string} text */
    detail(text) {
      detail = text.trim()
    },
    /** Ends the line. @param {string} [result] shown instead of the title, with the seconds */
    end(result) {
      clearInterval(timer)
      if (live) out.write('\r\x1b[2K')
      if (result) out.write(`${result} (${seconds()} s)\n`)
    },
  }
}
