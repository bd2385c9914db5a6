import { DEV_PRIVATE_KEY } from '@inkling/devnode/constants'
import { devnodeTransport, stylusDevChain } from '@inkling/devnode/viem'
import { createPublicClient, createWalletClient, type PublicClient, parseAbi } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { createCore } from '../../../../../packages/devnode/src/devnode.ts'
import { decompressProgram } from '../../../../../packages/devnode/src/worker/brotli.ts'
import { callContract } from '../../../../../packages/lab/src/engine/call.ts'
import { activate, deployCode } from '../../../../../packages/lab/src/engine/deploy.ts'
import { sendTransaction, signers } from '../../../../../packages/lab/src/engine/send.ts'
import { CheckFailure, expectEqual, expectTrue } from '../../../../../packages/lab/src/grade/compare.ts'
import { seededRng } from '../../../../../packages/lab/src/grade/rng.ts'
import type {
  CheckContext,
  DeployedContract,
  LabManifest,
  VectorSet,
} from '../../../../../packages/lab/src/types.ts'
import { setKnownProgram } from './brotli.ts'
import { LoadError, type Loader } from './compile.ts'

export interface ContextOptions {
  manifest: LabManifest
  loader: Loader
  /** Bytes of a file of the lab. */
  file(path: string): Promise<Uint8Array>
  /** Code of the reference contract. */
  program(): Promise<Uint8Array>
  note(text: string): void
}

/** A seed of the page: hidden inputs differ from run to run only where the lab's own seed does. */
const SEED = 1

/** The grader's context, with a chain in this Worker and prebuilt contracts in place of cargo. */
export function createContexts(options: ContextOptions): (checkId: string) => Promise<CheckContext> {
  const { manifest, loader } = options
  const chain = once(async () => {
    const devnode = await createCore({ decompress: decompressProgram })
    const transport = devnodeTransport(devnode)
    const publicClient = createPublicClient({
      chain: stylusDevChain,
      transport,
      pollingInterval: 50,
      cacheTime: 0,
    }) as PublicClient
    const walletClient = createWalletClient({
      chain: stylusDevChain,
      transport,
      account: privateKeyToAccount(DEV_PRIVATE_KEY),
    })
    const engine = {
      kind: 'embedded' as const,
      name: 'embedded, in this page',
      chainId: stylusDevChain.id,
      arbos: devnode.arbos,
      inkExact: true,
    }
    return { engine, publicClient, walletClient, profiles: true, close: async () => undefined }
  })
  const code = once(async () => {
    const bytes = await options.program()
    const wasm = await decompressProgram(bytes, { maxWasmSize: 131_072 })
    setKnownProgram({ wasm, code: bytes })
    const abi = parseAbi(manifest.contract?.abi ?? []) as DeployedContract['abi']
    return { wasm, code: bytes, abi, build: 'plain' as const }
  })
  const contract = once(async (): Promise<DeployedContract> => {
    const [open, built] = await Promise.all([chain(), code()])
    const address = await deployCode(open, built.code)
    return { ...built, address, activation: await activate(open, address) }
  })
  const text = async (path: string) => new TextDecoder().decode(await options.file(path))
  const onlyPlain = (build: string | undefined) => {
    if (build !== undefined && build !== 'plain')
      throw new Error(`the page has no ${build} build of this contract: grade this task in your clone`)
  }

  return async (checkId) => {
    const open = await chain()
    return {
      engine: open.engine,
      seed: SEED,
      rng: seededRng(SEED, checkId),
      dir: manifest.id,
      contract: async (build) => {
        onlyPlain(build)
        return contract()
      },
      code: async (build) => {
        onlyPlain(build)
        return code()
      },
      call: (target, fn, args = [], opts = {}) => callContract(open, target, fn, args, opts),
      send: (target, fn, args = [], opts = {}) => sendTransaction(open, target, fn, args, opts),
      accounts: signers().map(({ address }) => address),
      firstLayer: async () => undefined,
      publicClient: open.publicClient,
      walletClient: open.walletClient,
      module: (file) => namespace(loader, file),
      file: options.file,
      text,
      model: async (path = 'data/model.json') => (await import('@inkling/model')).loadModel(await text(path)),
      vectors: async (name) => JSON.parse(await text(`data/${name}.vectors.json`)) as VectorSet,
      expectEqual,
      expectTrue,
      metric: (id, value) => {
        if (!Number.isFinite(value))
          throw new CheckFailure(`${id} is ${String(value)}, a number was expected`, {})
      },
      note: (line) => options.note(String(line)),
    }
  }
}

/** A learner's module; an export that is missing is told when it is used. */
async function namespace(loader: Loader, file: string): Promise<unknown> {
  const found = await loader.load(file)
  return new Proxy(found, {
    get(target, name) {
      if (typeof name === 'symbol' || name === 'then' || name === 'toJSON' || name in target)
        return Reflect.get(target, name)
      throw new LoadError(`${file} has no export called '${name}'`, file)
    },
  })
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
