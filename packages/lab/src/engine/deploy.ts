import {
  type Abi,
  type Address,
  BaseError,
  concatHex,
  decodeErrorResult,
  type Hex,
  numberToHex,
  parseAbi,
  toHex,
} from 'viem'
import { SubmissionError } from '../errors.ts'
import { nodeFailure } from './call.ts'
import type { OpenEngine } from './open.ts'

/** What deploying takes of an engine: any node's two clients do. */
type Clients = Pick<OpenEngine, 'publicClient' | 'walletClient'>

export const ARB_WASM: Address = '0x0000000000000000000000000000000000000071'

export const arbWasmAbi = parseAbi([
  'function activateProgram(address program) payable returns (uint16 version, uint256 dataFee)',
  'error ProgramNotWasm()',
  'error ProgramNotActivated()',
  'error ProgramNeedsUpgrade(uint16 version, uint16 stylusVersion)',
  'error ProgramExpired(uint64 ageInSeconds)',
  'error ProgramUpToDate()',
  'error ProgramInsufficientValue(uint256 have, uint256 want)',
])

/** Gas offered to an activation: 24 KiB of code needs about half. */
const ACTIVATION_GAS = 30_000_000n

/** The 43 bytes that return what follows them: the prelude cargo-stylus uses. */
export function deployInitCode(code: Uint8Array): Hex {
  return concatHex(['0x7f', numberToHex(code.length, { size: 32 }), '0x80602b6000396000f300', toHex(code)])
}

/** Puts code on chain and returns its address. */
export async function deployCode(open: Clients, code: Uint8Array): Promise<Address> {
  try {
    const hash = await open.walletClient.sendTransaction({
      data: deployInitCode(code),
      account: open.walletClient.account!,
      chain: open.walletClient.chain,
    })
    const receipt = await open.publicClient.waitForTransactionReceipt({ hash })
    if (receipt.status !== 'success' || receipt.contractAddress == null) {
      throw new SubmissionError('the deployment reverted', { remedy: `transaction ${hash}` })
    }
    return receipt.contractAddress
  } catch (error) {
    if (error instanceof SubmissionError) throw error
    throw (
      nodeFailure(error) ??
      new SubmissionError(`the contract was not deployed: ${shortMessage(error)}`, { cause: error })
    )
  }
}

function shortMessage(error: unknown): string {
  if (error instanceof BaseError) return error.details || error.shortMessage
  return (error as Error).message.split('\n')[0] as string
}

function revertName(error: unknown): string | undefined {
  for (
    let e = error as { data?: unknown; cause?: unknown } | undefined;
    e !== undefined && e !== null;
    e = e.cause as typeof e
  ) {
    const raw = typeof e.data === 'object' && e.data !== null ? (e.data as { data?: unknown }).data : e.data
    if (typeof raw === 'string' && raw.startsWith('0x') && raw.length >= 10) {
      try {
        return decodeErrorResult({ abi: arbWasmAbi as Abi, data: raw as Hex }).errorName
      } catch {
        return undefined
      }
    }
  }
  // Some nodes give the data only inside their message.
  return /cc944bf2/.test(String((error as Error).message)) ? 'ProgramUpToDate' : undefined
}

/**
 * Activates a program: the fee is asked by an eth_call, 20 % more is sent, the chain gives the surplus back.
 * Code that is active already costs nothing: activation is per code hash.
 * @throws SubmissionError (exit 4) with the chain's reason.
 */
export async function activate(
  open: Clients,
  address: Address,
): Promise<{ gasUsed: bigint; dataFee: bigint }> {
  const request = {
    address: ARB_WASM,
    abi: arbWasmAbi,
    functionName: 'activateProgram',
    args: [address],
    gas: ACTIVATION_GAS,
    account: open.walletClient.account!,
  } as const
  let dataFee: bigint
  try {
    const { result } = await open.publicClient.simulateContract({ ...request, value: 10n ** 18n })
    dataFee = result[1]
  } catch (error) {
    if (revertName(error) === 'ProgramUpToDate') return { gasUsed: 0n, dataFee: 0n }
    throw nodeFailure(error) ?? notActivated(revertName(error) ?? shortMessage(error), error)
  }
  try {
    const hash = await open.walletClient.writeContract({
      ...request,
      value: (dataFee * 120n) / 100n,
      chain: open.walletClient.chain,
    })
    const receipt = await open.publicClient.waitForTransactionReceipt({ hash })
    if (receipt.status !== 'success') throw notActivated(`transaction ${hash} failed`, undefined)
    return { gasUsed: receipt.gasUsed, dataFee }
  } catch (error) {
    if (error instanceof SubmissionError) throw error
    throw nodeFailure(error) ?? notActivated(revertName(error) ?? shortMessage(error), error)
  }
}

function notActivated(reason: string, cause: unknown): SubmissionError {
  return new SubmissionError(`the contract was deployed but the chain refused to activate it: ${reason}`, {
    cause,
  })
}
