import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

export interface Served {
  url: string
  /** Paths asked for so far. */
  asked: string[]
  close(): void
}

/** Serves folders over HTTP on the loopback interface by the start of the path, with no header but the type. */
export function serveFolders(folders: Record<string, string>): Promise<Served> {
  const asked: string[] = []
  const server = createServer(async (req, res) => {
    const name = new URL(req.url ?? '/', 'http://x').pathname.replace(/\/$/, '/index.html')
    asked.push(name)
    const prefix = Object.keys(folders).find((p) => name.startsWith(p)) as string
    const file = path.join(folders[prefix] as string, name.slice(prefix.length))
    try {
      const bytes = await readFile(file)
      res.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' })
      res.end(bytes)
    } catch {
      res.writeHead(404).end()
    }
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      resolve({ url: `http://127.0.0.1:${port}`, asked, close: () => server.close() })
    })
  })
}
