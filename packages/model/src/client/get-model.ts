import {
  type Abi,
  type Address,
  decodeFunctionResult,
  encodeFunctionData,
  type Hex,
  type PublicClient,
} from 'viem'
import { ModelError } from '../errors.ts'
import { labelOf } from '../reference/label.ts'
import type { Model } from '../types.ts'
import { modelAbi } from './abi.ts'
import { callError } from './call-error.ts'
import { encodeInput, type PredictInput } from './encode-input.ts'
import { ModelMismatchError, UnexpectedAnswerError } from './errors.ts'

export interface GetModelOptions {
  address: Address
  /** A viem public client, or anything with its `call` and `getCode`. */
  client: Pick<PublicClient, 'call' | 'getCode'>
  /**
   * The model file (`loadModel`). With it features are values of the data, checked before the call, labels have
   * names, and the contract's `modelHash()` has to be the file's.
   */
  model?: Model
  /** `contract` (default) has the ABI; `raw` takes packed input without a selector and can't tell its hash. */
  kind?: 'contract' | 'raw'
}

export interface PredictOptions {
  /** The values are the model's integers, not those of the data. Always so without `model`. */
  quantized?: boolean
  /** Asks for the scores too. A raw kernel answers either a label or scores, whatever is asked. */
  scores?: boolean
}

export interface ChainPrediction {
  /** 0-based. */
  label: number
  /** Name of the label, where the model file is known. */
  name?: string
  /** int32, one a label (one in all for the rule `sign`); where asked for and known. */
  scores?: number[]
}

export interface ChainModel {
  readonly address: Address
  /**
   * Asks the contract about one row.
   *
   * @param features one number a feature, or the packed input as bytes or 0x-hex.
   * @throws ModelClientError and its kinds; with a model file WrongLengthError, OutOfRangeError before the call.
   */
  predict(features: PredictInput, options?: PredictOptions): Promise<ChainPrediction>
  /** Length of the input in bytes, as the contract says. Not for raw kernels. */
  inputLength(): Promise<number>
  /** SHA-256 of the model file, as the contract says; hex without 0x. Not for raw kernels. */
  modelHash(): Promise<string>
}

type Fn = 'classify' | 'scores' | 'inputLength' | 'modelHash'

/**
 * A model on a chain, for dapps. Works in browsers: it needs viem and nothing of Node.
 *
 * @example
 * ```ts
 * const client = createPublicClient({ chain: arbitrumSepolia, transport: http() })
 * const model = getModel({ address, client, model: loadModel(await (await fetch('/phishing.model.json')).text()) })
 * const { label, name } = await model.predict(row) // { label: 1, name: 'phishing' }
 * ```
 */
export function getModel({ address, client, model, kind = 'contract' }: GetModelOptions): ChainModel {
  let verified: Promise<void> | undefined

  const send = async (data: Hex, raw?: { bytes: number }): Promise<Hex> => {
    let answer: { data?: Hex | undefined }
    try {
      answer = await client.call({ to: address, data })
    } catch (error) {
      throw await callError(client, address, error, raw)
    }
    if (answer.data === undefined || answer.data === '0x')
      throw await callError(client, address, new Error('the call returned nothing'), undefined)
    return answer.data
  }

  const read = async (functionName: Fn, args: readonly unknown[]): Promise<unknown> => {
    if (kind === 'raw')
      throw new ModelError(`a raw kernel has no ${functionName}(): it takes packed input and nothing else`)
    const data = await send(encodeFunctionData({ abi: modelAbi as Abi, functionName, args }))
    try {
      return decodeFunctionResult({ abi: modelAbi as Abi, functionName, data })
    } catch (error) {
      const bytes = (data.length - 2) / 2
      throw new UnexpectedAnswerError(
        address,
        `${functionName} returned ${bytes} bytes that do not decode`,
        error,
      )
    }
  }

  const modelHash = async () => ((await read('modelHash', [])) as Hex).slice(2)

  /** Once a contract; after a failure again. */
  const verify = async () => {
    if (!model || kind === 'raw') return
    verified ??= modelHash().then((actual) => {
      if (actual !== model.sha256) throw new ModelMismatchError(address, model.sha256, actual)
    })
    try {
      await verified
    } catch (error) {
      verified = undefined
      throw error
    }
  }

  const named = (label: number, scores?: number[]): ChainPrediction => {
    const labels = model?.output.labels
    if (labels && label >= labels.length)
      throw new UnexpectedAnswerError(address, `the answer is label ${label}, the model has ${labels.length}`)
    return { label, ...(labels && { name: labels[label] as string }), ...(scores && { scores }) }
  }

  return {
    address,
    modelHash,
    inputLength: async () => Number(await read('inputLength', [])),
    async predict(features, options = {}) {
      const input = encodeInput(features, model, options.quantized === true)
      await verify()
      if (kind === 'raw') {
        const answer = await send(input, { bytes: (input.length - 2) / 2 })
        const { label, scores } = readKernel(address, answer, model)
        return named(label, scores)
      }
      const label = Number(await read('classify', [input]))
      if (options.scores !== true) return named(label)
      return named(label, [...((await read('scores', [input])) as readonly number[])])
    },
  }
}

/** One byte is a label; else int32 scores, little-endian, that the model's rule makes a label of. */
function readKernel(
  address: Address,
  data: Hex,
  model: Model | undefined,
): { label: number; scores?: number[] } {
  const bytes = (data.slice(2).match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))
  if (bytes.length === 1) return { label: bytes[0]! }
  const sign = model?.output.rule === 'sign'
  const expected = model && (sign ? 1 : model.output.labels.length)
  if (bytes.length % 4 !== 0 || (expected !== undefined && bytes.length !== 4 * expected))
    throw new UnexpectedAnswerError(
      address,
      `the kernel returned ${bytes.length} bytes, neither a label nor scores`,
    )
  const scores = Array.from(
    { length: bytes.length / 4 },
    (_, i) =>
      bytes[4 * i]! | (bytes[4 * i + 1]! << 8) | (bytes[4 * i + 2]! << 16) | (bytes[4 * i + 3]! << 24),
  )
  return { scores, label: labelOf(model?.output ?? { labels: [] }, scores) }
}
