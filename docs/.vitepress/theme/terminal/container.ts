/** A computer with Node inside the page, as far as the terminal needs one. */
export interface Container {
  /** Writes files, by path; folders are made. */
  mount(files: Record<string, string | Uint8Array>): Promise<void>
  write(path: string, text: string): Promise<void>
  spawn(command: string, args: string[]): Promise<ContainerProcess>
  teardown(): void
}

export interface ContainerProcess {
  output: ReadableStream<string>
  exit: Promise<number>
  kill(): void
}

/** Starts one; asks its vendor's host for it. */
export type Boot = () => Promise<Container>

export type Reason = 'unsupported' | 'not-isolated' | 'offline' | 'load' | 'timeout' | 'boot' | 'kit'

/** Why there is no terminal, in words for the page. */
export class TerminalError extends Error {
  override name = 'TerminalError'
  readonly reason: Reason
  constructor(reason: Reason, message: string, cause?: unknown) {
    super(message, { cause })
    this.reason = reason
  }
}

/** What of the browser decides whether it can be tried. */
export interface Surroundings {
  crossOriginIsolated: boolean | undefined
  serviceWorker: boolean
  webAssembly: boolean
  onLine: boolean
}

/** What stands against it before anything is asked of anybody; undefined when nothing does. */
export function obstacle({
  crossOriginIsolated,
  serviceWorker,
  webAssembly,
  onLine,
}: Surroundings): TerminalError | undefined {
  if (crossOriginIsolated === undefined || !serviceWorker || !webAssembly)
    return new TerminalError(
      'unsupported',
      'This browser lacks what the terminal runs on (WebAssembly, service workers, isolated pages). A current Chromium, Edge or Chrome has it.',
    )
  if (!onLine)
    return new TerminalError(
      'offline',
      'You are offline. The terminal’s runtime comes from its vendor each time, so it needs a network.',
    )
  if (!crossOriginIsolated)
    return new TerminalError(
      'not-isolated',
      'This page is not isolated from other sites, and browsers give the memory that the terminal needs to isolated pages only. The host would have to send two headers with this page (Cross-Origin-Opener-Policy and Cross-Origin-Embedder-Policy); GitHub Pages sends none.',
    )
  return undefined
}

/** Milliseconds after which a start counts as failed: without its host the vendor's code waits for ever. */
export const PATIENCE = 30_000

/**
 * Boots, with the vendor's silence made an error.
 *
 * @throws TerminalError `load` when the wrapper's code does not come, `timeout`, or `boot` with the vendor's words
 */
export async function bootWithin(load: () => Promise<Boot>, patience = PATIENCE): Promise<Container> {
  let boot: Boot
  try {
    boot = await load()
  } catch (cause) {
    throw new TerminalError('load', 'The terminal’s own code could not be loaded from this site.', cause)
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  let late = false
  const started = boot()
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      late = true
      reject(
        new TerminalError(
          'timeout',
          `The runtime did not start within ${patience / 1000} seconds. Its vendor’s host may be unreachable from here: networks of schools and companies often block it.`,
        ),
      )
    }, patience)
  })
  // One that starts after we gave up would go on running unseen.
  started.then((container) => late && container.teardown()).catch(() => undefined)
  try {
    return await Promise.race([started, silence])
  } catch (error) {
    if (error instanceof TerminalError) throw error
    throw new TerminalError(
      'boot',
      `The runtime refused to start: ${(error as Error)?.message ?? error}.`,
      error,
    )
  } finally {
    clearTimeout(timer)
  }
}
