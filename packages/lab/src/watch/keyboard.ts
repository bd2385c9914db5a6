/** What watch needs of standard input. */
export interface KeySource {
  isTTY?: boolean
  setRawMode?(on: boolean): unknown
  on(event: 'data', take: (data: Buffer) => void): unknown
  off(event: 'data', take: (data: Buffer) => void): unknown
  resume(): unknown
  pause(): unknown
}

/**
 * Single keys of a terminal, lower case; Ctrl-C arrives as `\u0003`. Without a terminal there are none.
 * @returns what gives the terminal back as it was.
 */
export function readKeys(input: KeySource | undefined, onKey: (key: string) => void): () => void {
  if (input?.isTTY !== true || input.setRawMode === undefined) return () => undefined
  const take = (data: Buffer) => {
    const text = data.toString('utf8')
    // Arrows and other keys that send a sequence mean nothing here.
    if (text.startsWith('\u001b')) return
    for (const key of text) onKey(key.toLowerCase())
  }
  const restore = () => {
    input.off('data', take)
    input.setRawMode?.(false)
    input.pause()
    process.off('exit', restore)
  }
  input.setRawMode(true)
  input.on('data', take)
  input.resume()
  process.once('exit', restore)
  return restore
}
