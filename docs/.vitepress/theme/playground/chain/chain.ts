import { type CallProfile, startDevnode, type WorkerDevnode } from '@inkling/devnode/worker'
import { wordsCall } from './abi.ts'
import { type Hex, toHex } from './hex.ts'
import { programUrl } from './programs.ts'

/** The development account: its key is public, and it owns this chain. */
export const ACCOUNT: Hex = '0x3f1eae7d46d88f08fc2f8ed27fcb2ab183eb2d0e'
/** An account that owns nothing: the chain is asked as it, nothing is sent from it. */
export const STRANGER: Hex = '0x57a26e57a26e57a26e57a26e57a26e57a26e57a2'
const ARB_WASM: Hex = '0x0000000000000000000000000000000000000071'
const ARB_WASM_CACHE: Hex = '0x0000000000000000000000000000000000000072'
/** What the grader offers a call (packages/lab), so that running out of ink is the same thing here. */
export const CALL_GAS = 25_000_000
const PRELUDE = '80602b6000396000f300'

export interface Program {
  name: string
  address: Hex
  codeHash: Hex
  /** Bytes on chain. */
  codeBytes: number
  deployGas: number
  activationGas: number
}

export interface Receipt {
  status: Hex
  gasUsed: Hex
  contractAddress: Hex | null
  transactionHash: Hex
  logs: { address: Hex; topics: Hex[]; data: Hex }[]
}

/** A call as JSON-RPC takes it. */
export interface Call {
  to: Hex
  data: Hex
  from?: Hex
  /** Gas that it may take; what the grader offers where it is left out. */
  gas?: Hex
}

/** A Stylus chain in a Worker of this tab, shared by all playgrounds of a page. */
export interface Chain {
  arbos: number
  /** Milliseconds from the click to the first answer. */
  startedIn: number
  request<T>(method: string, ...params: unknown[]): Promise<T>
  /** Stores and activates a program of the site, once. */
  program(name: string): Promise<Program>
  /** The same code at another address, with a state of its own. It is active already: activation is by code. */
  copyOf(program: Program): Promise<Program>
  setCached(program: Program, cached: boolean): Promise<void>
  /** A read that says what it cost, by cause. Nothing is kept. */
  profile(call: Call): Promise<CallProfile>
  send(call: Call & { value?: Hex }): Promise<Receipt>
  close(): void
}

/** Why there is no chain, in words for the page. */
export class ChainError extends Error {
  override name = 'ChainError'
}

let running: Promise<Chain> | undefined

/** What this browser lacks, or nothing. */
export function missing(): string | undefined {
  if (typeof Worker === 'undefined') return 'Web Workers'
  if (typeof WebAssembly === 'undefined') return 'WebAssembly'
  if (typeof BigInt === 'undefined') return 'BigInt'
  return undefined
}

/**
 * The page's chain; the first call starts it.
 * @throws ChainError in words for the visitor
 */
export function startChain(): Promise<Chain> {
  running ??= start().catch((error) => {
    running = undefined // the next click tries again
    throw error
  })
  return running
}

async function start(): Promise<Chain> {
  const lacks = missing()
  if (lacks)
    throw new ChainError(`This browser has no ${lacks}, which a chain in a tab needs. A newer one has.`)
  const began = performance.now()
  let devnode: WorkerDevnode
  try {
    devnode = await startDevnode()
  } catch (error) {
    throw new ChainError(whyNotLoaded(error), { cause: error })
  }
  return chainOn(devnode, Math.round(performance.now() - began))
}

/** A file that did not load, in words. */
export function whyNotLoaded(error: unknown): string {
  if (typeof navigator !== 'undefined' && navigator.onLine === false)
    return 'You are offline, and this part of the site was not loaded before. Connect once and try again.'
  return `It could not be loaded: ${(error as Error)?.message ?? error}. Try again, or load the page anew.`
}

const codes = new Map<string, Promise<Uint8Array>>()

/**
 * A program's code from the site, once; a page asks for it while its chain still starts.
 * @throws ChainError in words for the visitor
 */
export function fetchProgram(name: string): Promise<Uint8Array> {
  let code = codes.get(name)
  if (!code) {
    code = fetchCode(name).catch((error) => {
      codes.delete(name)
      throw new ChainError(whyNotLoaded(error), { cause: error })
    })
    codes.set(name, code)
  }
  return code
}

async function fetchCode(name: string): Promise<Uint8Array> {
  const response = await fetch(programUrl(name))
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  return new Uint8Array(await response.arrayBuffer())
}

function chainOn(devnode: WorkerDevnode, startedIn: number): Chain {
  const request = <T>(method: string, ...params: unknown[]) =>
    devnode.request({ method, params }) as Promise<T>
  const programs = new Map<string, Promise<Program>>()

  const send = async (call: Call & { value?: Hex }): Promise<Receipt> => {
    const hash = await request<Hex>('eth_sendTransaction', { from: ACCOUNT, ...call })
    return request<Receipt>('eth_getTransactionReceipt', hash)
  }

  async function store(code: Uint8Array): Promise<{ address: Hex; deployGas: number }> {
    const length = code.length.toString(16).padStart(64, '0')
    const data = `0x7f${length}${PRELUDE}${toHex(code).slice(2)}` as Hex
    const hash = await request<Hex>('eth_sendTransaction', { from: ACCOUNT, data })
    const { contractAddress, gasUsed } = await request<Receipt>('eth_getTransactionReceipt', hash)
    return { address: contractAddress as Hex, deployGas: Number(gasUsed) }
  }

  async function deploy(name: string): Promise<Program> {
    const code = await fetchProgram(name)
    const { address, deployGas } = await store(code)
    const activation = { to: ARB_WASM, data: wordsCall('activateProgram', address) }
    // One ether: what the activation does not need comes back.
    const { gasUsed } = await send({ ...activation, value: '0xde0b6b3a7640000' })
    const codeHash = await request<Hex>('web3_sha3', toHex(code))
    return { name, address, codeHash, codeBytes: code.length, deployGas, activationGas: Number(gasUsed) }
  }

  return {
    arbos: devnode.arbos,
    startedIn,
    request,
    send,
    program(name) {
      let program = programs.get(name)
      if (!program) {
        program = deploy(name).catch((error) => {
          programs.delete(name)
          throw error
        })
        programs.set(name, program)
      }
      return program
    },
    async copyOf(program) {
      return { ...program, ...(await store(await fetchProgram(program.name))) }
    },
    async setCached({ address, codeHash }, cached) {
      const data = cached ? wordsCall('cacheProgram', address) : wordsCall('evictCodehash', codeHash)
      await send({ to: ARB_WASM_CACHE, data })
    },
    profile: (call) =>
      request<CallProfile>('stylus_profile', { gas: `0x${CALL_GAS.toString(16)}`, ...call }, 'latest'),
    close() {
      running = undefined
      devnode.close()
    },
  }
}
