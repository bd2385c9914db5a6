import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.wasm': 'application/wasm',
}

export interface ServedSite {
  /** With the base: `http://127.0.0.1:41234/sub/path/`. */
  url: string
  origin: string
  close(): Promise<void>
}

/** What a test wants served otherwise, by path below the base. */
export interface Differently {
  headers?(path: string): Record<string, string>
  /** In place of the file. */
  body?(path: string): string | undefined
}

/** Serves a built site below a path, as a static host such as GitHub Pages does: nothing exists outside of it. */
export async function serveSite(
  dir: string,
  base: string,
  { headers, body }: Differently = {},
): Promise<ServedSite> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname)
    const file = path.startsWith(base) ? fileOf(dir, path.slice(base.length)) : undefined
    const send = file ?? join(dir, '404.html')
    response.writeHead(file ? 200 : 404, {
      'content-type': types[extname(send)] ?? 'application/octet-stream',
      ...headers?.(path.slice(base.length)),
    })
    const other = body?.(path.slice(base.length))
    if (other === undefined) createReadStream(send).pipe(response)
    else response.end(other)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: origin + base,
    origin,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function fileOf(dir: string, path: string): string | undefined {
  const file = normalize(join(dir, path.endsWith('/') || path === '' ? `${path}index.html` : path))
  return file.startsWith(dir + sep) && existsSync(file) && statSync(file).isFile() ? file : undefined
}
