import { join } from 'node:path'
import type { ParsedArgs } from '../args.ts'
import { EXIT, InterruptedError, UsageError } from '../errors.ts'
import { DEFAULT_SEED } from '../grade/rng.ts'
import { loadManifest, requireTask, selectLab } from '../labs.ts'
import { paint, sign } from '../output/style.ts'
import type { LabManifest } from '../types.ts'
import { type EventQueue, eventQueue } from '../watch/event-queue.ts'
import { type KeySource, readKeys } from '../watch/keyboard.ts'
import { slowFolder } from '../watch/slow-folder.ts'
import { type FolderWatch, watchFolder } from '../watch/watch-folder.ts'
import type { CommandContext } from './context.ts'
import { allManifests, currentLab, firstOpenTask, nextStep } from './current.ts'
import { loadProgress } from './load-progress.ts'
import { showError } from './show-error.ts'

const CTRL_C = '\u0003'
const CTRL_D = '\u0004'

type WatchEvent = { type: 'key'; key: string } | { type: 'change'; files: string[] } | { type: 'end' }

/** Each key and the command that does the same. */
const KEYS: Record<string, { word: string; twin: string }> = {
  r: { word: 'again', twin: 'check' },
  n: { word: 'next', twin: 'next' },
  h: { word: 'hint', twin: 'hint' },
  s: { word: 'solution', twin: 'solution' },
  d: { word: 'diff', twin: 'diff' },
  x: { word: 'reset', twin: 'reset' },
  l: { word: 'list', twin: 'list' },
  q: { word: 'quit', twin: '' },
}

/** `lab watch [3]`: grades again on every save, until you leave; it never goes on to another lab by itself. */
export function run(context: CommandContext): Promise<number> {
  return watchLab(context, process.stdin as KeySource)
}

/** The loop, with the keyboard given, so that a test can type. */
export async function watchLab(context: CommandContext, input: KeySource): Promise<number> {
  const { ws, args, signal } = context
  if (args.flags.json) {
    throw new UsageError('watch prints for people', { remedy: 'npm run lab -- check --json' })
  }
  const word = args.words[0]
  const selection = word === undefined ? undefined : selectLab(ws, word)
  const manifest =
    selection === undefined
      ? currentLab((await allManifests(ws)).manifests, loadProgress(context))
      : await loadManifest(ws, join(ws.labs, selection.lab))
  if (selection?.task !== undefined) requireTask(manifest, selection.task)

  const queue = eventQueue<WatchEvent>()
  const watching = new Watching(context, queue, manifest, selection?.task)
  const restore = readKeys(input, (key) => {
    // Ctrl-C works at any time; other keys pressed while a check runs are thrown away.
    if (key === CTRL_C) watching.stop()
    else queue.push({ type: 'key', key })
  })
  const onAbort = () => watching.stop()
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await watching.loop(input.isTTY === true)
  } finally {
    signal.removeEventListener('abort', onAbort)
    watching.close()
    restore()
  }
}

class Watching {
  private readonly context: CommandContext
  private readonly queue: EventQueue<WatchEvent>
  private manifest: LabManifest
  private task: string | undefined
  private folder: FolderWatch | undefined
  /** The check at work; a save ends it and begins another. */
  private running: AbortController | undefined
  private saved: string[] = []
  private stopped = false
  private keys = false
  private failedTask: string | undefined

  constructor(
    context: CommandContext,
    queue: EventQueue<WatchEvent>,
    manifest: LabManifest,
    task: string | undefined,
  ) {
    this.context = context
    this.queue = queue
    this.manifest = manifest
    this.task = task
  }

  stop(): void {
    this.stopped = true
    this.running?.abort()
    this.queue.push({ type: 'end' })
  }

  close(): void {
    this.folder?.close()
  }

  async loop(keys: boolean): Promise<number> {
    this.keys = keys
    const { flags } = this.context.args
    await this.open()
    let due = true
    while (!this.stopped) {
      if (due) {
        due = await this.check()
        continue
      }
      const event = await this.queue.next()
      if (event.type === 'end') break
      if (event.type === 'change') {
        this.saved = event.files
        if (!flags.manual) due = true
        else this.context.out(`saved: ${this.saved.join(', ')}; press r to grade`)
      } else if (event.key === 'q' || event.key === CTRL_D) {
        return EXIT.pass
      } else if (event.key === 'r') {
        this.saved = []
        due = true
      } else if (KEYS[event.key] !== undefined) {
        due = await this.press(event.key)
      }
    }
    return EXIT.interrupted
  }

  /** Begins to watch the folder of the lab. */
  private async open(): Promise<void> {
    const { context, queue } = this
    const { ws, args } = context
    this.folder?.close()
    const dir = join(ws.labs, this.manifest.id)
    const slow = args.flags.poll ? undefined : await slowFolder(ws, dir)
    const say = (why: string) => context.out(`${why}, so changes are not announced: looking twice a second`)
    if (slow !== undefined) say(slow)
    this.folder = watchFolder(dir, {
      poll: args.flags.poll || slow !== undefined,
      onChange: (files) => {
        queue.push({ type: 'change', files })
        if (!args.flags.manual) this.running?.abort()
      },
      onFallback: (reason) => say(`this system can't watch the folder (${reason})`),
    })
  }

  /** Grades once. @returns true when a save came in between and it has to be done again. */
  private async check(): Promise<boolean> {
    const { context, manifest, task } = this
    const { ws, args, out, style } = context
    this.head(`Checking ${task === undefined ? `lab ${manifest.number}` : `task ${task}`} ...`)
    this.running = new AbortController()
    const signal = this.running.signal
    try {
      const { gradeLab } = await import('./grade-lab.ts')
      const { failedTask } = await gradeLab(
        { ...context, signal },
        {
          manifest,
          dir: join(ws.labs, manifest.id),
          task,
          own: true,
          extra: args.flags.engine === undefined ? [] : ['--engine', args.flags.engine],
          seed: args.flags.seed ?? DEFAULT_SEED,
        },
      )
      this.failedTask = failedTask
    } catch (error) {
      if (this.stopped) return false
      if (!(error instanceof InterruptedError)) {
        for (const line of (await showError(ws, ['watch'], error, style)).lines) out(line)
      }
    } finally {
      this.running = undefined
    }
    // Keys pressed meanwhile were meant for something else.
    this.queue.drop((event) => event.type !== 'key')
    if (signal.aborted) return false
    this.foot()
    return false
  }

  /** A clean screen, or a rule with the time where nothing may move. */
  private head(doing: string): void {
    const { out, style } = this.context
    const why = this.saved.length === 0 ? '' : `  saved: ${this.saved.slice(0, 3).join(', ')}`
    if (style.plain) {
      const time = new Date().toTimeString().slice(0, 8)
      out(`---- ${time} ${'-'.repeat(Math.min(style.width, 72) - 14)}`)
      out(doing + why)
    } else {
      out(`\u001b[H\u001b[2J${doing}${paint(style, 'dim', why)}`)
    }
  }

  private foot(): void {
    const { out, style } = this.context
    const dot = sign(style, '·', '-')
    out('')
    out(
      paint(
        style,
        'dim',
        `watching labs/${this.manifest.id}${this.folder?.polling === true ? ' (twice a second)' : ''}`,
      ),
    )
    if (!this.keys) return
    out(
      Object.entries(KEYS)
        .map(([key, { word }]) => `${key} ${word}`)
        .join(` ${dot} `),
    )
  }

  /** Does what a key asks for. @returns true when the lab is to be graded again. */
  private async press(key: string): Promise<boolean> {
    const { context, manifest } = this
    const { out, ws, style } = context
    const progress = loadProgress(context)
    const task = this.failedTask ?? firstOpenTask(manifest, progress) ?? manifest.tasks[0]?.id
    if (key === 'n') return this.next()
    if (
      key === 'x' &&
      !(await this.ask(`Put lab ${manifest.number} back to its starter? (a backup is kept)`))
    ) {
      out('nothing was reset')
      return false
    }
    const words: Record<string, string[]> = {
      h: [String(task)],
      s: [String(task)],
      d: [String(manifest.number)],
      x: [String(manifest.number)],
      l: [],
    }
    const command = KEYS[key]?.twin as string
    const flags: ParsedArgs['flags'] = { ...context.args.flags, yes: false }
    const own = words[key] ?? []
    out('')
    out(paint(style, 'dim', `lab ${[command, ...own].join(' ')}`))
    try {
      const { run } = (await COMMANDS_OF_KEYS[key]?.()) ?? {}
      await run?.({
        ...context,
        args: { command, words: own, flags },
        confirm: (question) => this.ask(question),
      })
    } catch (error) {
      for (const line of (await showError(ws, [command, ...own], error, style)).lines) out(line)
    }
    if (key !== 'x') this.foot()
    return false
  }

  /** Goes on to the next lab, but only when this one is done and only when asked to. */
  private async next(): Promise<boolean> {
    const { context } = this
    const progress = loadProgress(context)
    const { manifests } = await allManifests(context.ws)
    const step = nextStep(manifests, progress, this.manifest)
    context.out(`next: ${step.command}   ${step.text}`)
    const lab = manifests.find((candidate) => candidate.id === step.lab)
    if (lab === undefined || lab.id === this.manifest.id) return false
    this.manifest = lab
    this.task = undefined
    this.failedTask = undefined
    this.saved = []
    await this.open()
    return true
  }

  /** Waits for one key; `y` is yes. */
  private async ask(question: string): Promise<boolean> {
    this.context.out(`${question} [y/N]`)
    const saves: WatchEvent[] = []
    for (;;) {
      const event = await this.queue.next()
      if (event.type === 'change') {
        saves.push(event)
        continue
      }
      for (const save of saves) this.queue.push(save)
      return event.type === 'key' && event.key === 'y' && !this.stopped
    }
  }
}

const COMMANDS_OF_KEYS: Record<string, () => Promise<{ run(context: CommandContext): Promise<number> }>> = {
  h: () => import('./hint.ts'),
  s: () => import('./solution.ts'),
  d: () => import('./diff.ts'),
  x: () => import('./reset.ts'),
  l: () => import('./list.ts'),
}
