/**
 * The Worker that proves: the circuit of lab 7 with the reference's gadgets, the lab's model and its development trapdoor.
 * It never talks to the chain; what goes there is for the page to send.
 */
import { type LayerModel, loadModel, predict } from '@inkling/model'
import {
  type Circuit,
  classifierInputs,
  commitToInput,
  encodeProof,
  forge,
  makeWitness,
  type Proof,
  ProofCancelledError,
  type ProvingKey,
  prove,
  provingKeyFrom,
  randomSalt,
  requestContext,
  type VerifyingKey,
  verify,
  verifyingKeyHash,
  type WorkOptions,
} from '@inkling/proof'
import { digitCircuit, parseTrapdoor } from '../../../../../labs/07-secret-digit/circuit.ts'
import modelText from '../../../../../labs/07-secret-digit/data/model.json?raw'
import trapdoorText from '../../../../../labs/07-secret-digit/data/trapdoor.json?raw'
import { argmax, reluShift } from '../../../../../solutions/07-secret-digit/gadgets.ts'
import { type Hex, toHex } from '../chain/hex.ts'
import type { FromProver, JobName, Jobs, Occasion, ToProver } from './protocol.ts'

/** The part of DedicatedWorkerGlobalScope that is used. */
const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<ToProver>) => void) | null
  postMessage(message: FromProver): void
}

const model = loadModel(modelText) as LayerModel
const trapdoor = parseTrapdoor(trapdoorText)
const sealed = new Map<Hex, { image: number[]; salt: bigint }>()
const running = new Map<number, AbortController>()

interface Keys {
  circuit: Circuit
  key: ProvingKey
  ms: number
}
let made: Promise<Keys> | undefined
/** Whoever waits for the keys is told how far they are. */
const waiting = new Set<NonNullable<WorkOptions['onProgress']>>()

function keys(): Promise<Keys> {
  made ??= (async () => {
    const began = performance.now()
    const circuit = digitCircuit(model, { reluShift, argmax })
    const key = await provingKeyFrom(circuit, trapdoor, {
      onProgress: (part, done, of) => {
        for (const tell of waiting) tell(part, done, of)
      },
    })
    return { circuit, key, ms: performance.now() - began }
  })()
  return made
}

/** The keys, or a word that they are no longer wanted; they are finished either way. */
async function keysFor({ onProgress, signal }: WorkOptions): Promise<Keys> {
  if (onProgress) waiting.add(onProgress)
  const stopped = new Promise<never>((_, reject) =>
    signal?.addEventListener('abort', () => reject(new ProofCancelledError()), { once: true }),
  )
  try {
    return await Promise.race([keys(), stopped])
  } finally {
    if (onProgress) waiting.delete(onProgress)
  }
}

const fromHex = (hex: Hex) => BigInt(hex)
const word = (value: bigint): Hex => `0x${value.toString(16).padStart(64, '0')}`
const context = (occasion: Occasion, inputCommit: bigint) => requestContext({ ...occasion, inputCommit })

/** Proof bytes and what this tab's own verifier says to them. */
function finished(key: VerifyingKey, signals: bigint[], proof: Proof, ms: number) {
  const began = performance.now()
  const holds = verify(key, signals, proof)
  return { proof: toHex(encodeProof(proof)), holds, ms, verifyMs: performance.now() - began }
}

const jobs: {
  [Name in JobName]: (
    ask: Jobs[Name]['ask'],
    options: Work,
  ) => Promise<Jobs[Name]['answer']> | Jobs[Name]['answer']
} = {
  read: ({ image }) => predict(model, image).label,

  async keys(_, { during }) {
    const { circuit, key, ms } = await keysFor(during('keys'))
    return { constraints: circuit.constraints.length, keyHash: verifyingKeyHash(key.verifyingKey), ms }
  },

  seal({ image }) {
    const salt = randomSalt()
    const inputCommit = word(commitToInput(model.input, image, salt))
    sealed.set(inputCommit, { image, salt })
    return { inputCommit, label: predict(model, image).label }
  },

  async prove({ inputCommit, occasion }, { during }) {
    const secret = sealed.get(inputCommit)
    if (!secret) throw new Error('this tab holds no picture for that envelope')
    const { circuit, key } = await keysFor(during('keys'))
    const ctx = context(occasion, fromHex(inputCommit))
    const { inputs, signals, label } = classifierInputs(model, secret.image, { salt: secret.salt, ctx })
    const began = performance.now()
    const proof = await prove(key, makeWitness(circuit, inputs), during('proof'))
    return { label, ...finished(key.verifyingKey, signals, proof, performance.now() - began) }
  },

  async forge({ inputCommit, label, occasion }, { during }) {
    const { key } = await keysFor(during('keys'))
    const commit = fromHex(inputCommit)
    const signals = [commit, BigInt(label), context(occasion, commit)]
    const began = performance.now()
    const proof = forge(key.verifyingKey, trapdoor, signals)
    return finished(key.verifyingKey, signals, proof, performance.now() - began)
  },
}

interface Work {
  /** Options of one stretch of a job, whose progress goes to the page. */
  during(what: 'keys' | 'proof'): WorkOptions
}

scope.onmessage = ({ data }) => {
  if (data.job === 'cancel') running.get(data.id)?.abort()
  else void work(data)
}

async function work({ id, job, ask }: Exclude<ToProver, { job: 'cancel' }>): Promise<void> {
  const stop = new AbortController()
  running.set(id, stop)
  const during = (what: 'keys' | 'proof'): WorkOptions => ({
    signal: stop.signal,
    onProgress: (part, done, of) =>
      scope.postMessage({ id, type: 'progress', part: `${what}: ${part}`, share: done / of }),
  })
  try {
    const answer = await jobs[job](ask as never, { during })
    scope.postMessage({ id, type: 'done', answer })
  } catch (error) {
    const { name, message } = error as Error
    scope.postMessage({ id, type: 'failed', name, message })
  } finally {
    running.delete(id)
  }
}
