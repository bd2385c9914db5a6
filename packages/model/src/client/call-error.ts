import {
  type Address,
  BaseError,
  decodeErrorResult,
  encodeFunctionData,
  type Hex,
  type PublicClient,
} from 'viem'
import { ARB_WASM, arbWasmStatusAbi, modelAbi } from './abi.ts'
import {
  ContractOutOfRangeError,
  ContractWrongLengthError,
  KernelRefusedError,
  type ModelClientError,
  NoContractError,
  NodeError,
  ProgramInactiveError,
  type ProgramProblem,
  UnexpectedAnswerError,
} from './errors.ts'

const PROBLEM_OF: Record<string, ProgramProblem> = {
  ProgramNotActivated: 'not-activated',
  ProgramExpired: 'expired',
  ProgramNeedsUpgrade: 'needs-upgrade',
}

/**
 * Finds out why a call of a model contract failed: from the revert data where there is some, else by asking the
 * chain about the address. An inactive program is no plain revert, so its reason has to be asked for.
 */
export async function callError(
  client: Pick<PublicClient, 'call' | 'getCode'>,
  address: Address,
  cause: unknown,
  raw: { bytes: number } | undefined,
): Promise<ModelClientError> {
  const refused = fromRevertData(address, cause)
  if (refused) return refused
  if (isTransportError(cause)) return new NodeError(address, firstLine(cause), cause)
  const named = Object.keys(PROBLEM_OF).find((name) => messageChain(cause).includes(name))
  if (named) return new ProgramInactiveError(address, PROBLEM_OF[named] as ProgramProblem, cause)
  try {
    const code = await client.getCode({ address })
    if (code === undefined || code === '0x') return new NoContractError(address)
    const status = await programStatus(client, address)
    if (status) return new ProgramInactiveError(address, status, cause)
  } catch (error) {
    return new NodeError(address, firstLine(error), error)
  }
  if (raw) return new KernelRefusedError(address, raw.bytes, cause)
  return new UnexpectedAnswerError(address, `the call failed: ${firstLine(cause)}`, cause)
}

function fromRevertData(address: Address, cause: unknown): ModelClientError | undefined {
  const data = revertData(cause)
  if (data === undefined || data === '0x') return undefined
  try {
    const { errorName, args } = decodeErrorResult({ abi: modelAbi, data })
    const [first, second] = [Number(args[0]), Number(args[1])]
    return errorName === 'WrongLength'
      ? new ContractWrongLengthError(address, first, second, cause)
      : new ContractOutOfRangeError(address, first, second, cause)
  } catch {
    return new UnexpectedAnswerError(address, `the call reverted with ${data.slice(0, 74)}`, cause)
  }
}

async function programStatus(
  client: Pick<PublicClient, 'call'>,
  address: Address,
): Promise<ProgramProblem | undefined> {
  const data = encodeFunctionData({
    abi: arbWasmStatusAbi,
    functionName: 'programTimeLeft',
    args: [address],
  })
  try {
    await client.call({ to: ARB_WASM, data })
    return undefined
  } catch (error) {
    if (isTransportError(error)) throw error
    const reason = revertData(error)
    if (reason === undefined || reason === '0x') return undefined
    try {
      return PROBLEM_OF[decodeErrorResult({ abi: arbWasmStatusAbi, data: reason }).errorName]
    } catch {
      return undefined
    }
  }
}

/** Revert data wherever in the chain of causes a node's answer left it. */
function revertData(error: unknown): Hex | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    const { data } = e as { data?: unknown }
    const found = typeof data === 'object' && data !== null ? (data as { data?: unknown }).data : data
    if (typeof found === 'string' && /^0x[0-9a-f]*$/i.test(found)) return found as Hex
  }
  return undefined
}

function isTransportError(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause)
    if (/^(HttpRequest|Timeout|WebSocketRequest|SocketClosed)Error$/.test(e.name)) return true
  return false
}

function messageChain(error: unknown): string {
  let text = ''
  for (let e = error; e instanceof Error; e = e.cause) text += `${e.message}\n`
  return text
}

function firstLine(error: unknown): string {
  const text =
    error instanceof BaseError ? error.details || error.shortMessage : String((error as Error).message)
  return text.split('\n')[0] as string
}
