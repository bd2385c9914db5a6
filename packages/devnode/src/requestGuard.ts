import type { IncomingMessage } from 'node:http'

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** Who may talk to the server. Two headers decide, because a web page can't forge them (DNS rebinding). */
export class RequestGuard {
  readonly #allowed: ReadonlySet<string>

  /** `allowHosts`: names besides the loopback's, for forwarded ports. */
  constructor(allowHosts: readonly string[] = []) {
    this.#allowed = new Set([...LOOPBACK, ...allowHosts.map((h) => h.toLowerCase())])
  }

  /** Why the request is refused; undefined where it is not. */
  refusal(req: IncomingMessage): string | undefined {
    const host = nameOf(req.headers.host)
    if (!this.#allowed.has(host))
      return `host ${host.slice(0, 100)} is not allowed; start with --allow-host ${host.slice(0, 100)}`
    const { origin } = req.headers
    if (origin !== undefined && !this.#allowed.has(nameOf(hostOf(origin))))
      return `origin ${origin.slice(0, 100)} is not allowed`
    return undefined
  }
}

const nameOf = (host = ''): string => host.replace(/:\d+$/, '').toLowerCase()

function hostOf(origin: string): string {
  try {
    return new URL(origin).host
  } catch {
    return origin
  }
}

/** What may be under way at once, over all connections. More is refused, so that memory stays bounded. */
export class Load {
  readonly #maxRequests: number
  readonly #maxBytes: number
  #requests = 0
  #bytes = 0

  constructor(maxRequests: number, maxBytes: number) {
    this.#maxRequests = maxRequests
    this.#maxBytes = maxBytes
  }

  /** Notes bytes of a body that is being received. False where there are too many already. */
  hold(bytes: number): boolean {
    if (this.#bytes + bytes > this.#maxBytes) return false
    this.#bytes += bytes
    return true
  }
  release(bytes: number): void {
    this.#bytes -= bytes
  }

  /** Runs `work`, or gives undefined at once where too much is under way. */
  async run<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.#requests >= this.#maxRequests) return undefined
    this.#requests++
    try {
      return await work()
    } finally {
      this.#requests--
    }
  }
}
