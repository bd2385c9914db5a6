import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Call {
  method: string
  /** What the node answered instead of a result. */
  error?: string
}

/** Stands between a tool and a node, and notes what the tool asks. */
export async function recordingProxy(node: string) {
  const calls: Call[] = []
  const server = createServer(async (req, res) => {
    let body = ''
    for await (const chunk of req) body += chunk
    const answer = await fetch(node, { method: 'POST', body })
    const text = await answer.text()
    const requests = [JSON.parse(body)].flat() as { method: string }[]
    const answers = [JSON.parse(text)].flat() as { error?: { message: string } }[]
    requests.forEach(({ method }, i) => {
      calls.push({ method, ...(answers[i]?.error && { error: answers[i].error.message }) })
    })
    res.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    /** What was asked since the last time: `eth_call ×3` and so on, in order of first use. */
    asked(): string[] {
      const counts = new Map<string, number>()
      for (const { method, error } of calls.splice(0)) {
        const key = error === undefined ? method : `${method} (refused: ${error})`
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
      return [...counts].map(([method, n]) => (n === 1 ? method : `${method} ×${n}`))
    },
    close: () => server.close(),
  }
}
