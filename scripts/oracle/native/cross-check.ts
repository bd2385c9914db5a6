/**
 * `npm run oracle:native` holds packages/proof and the native prover (arkworks) against each other: files of the one proved
 * by the other, both verifiers, and a contract on the devnode. It runs the tests of both arkworks crates, which
 * `npm test` leaves out because building arkworks takes minutes.
 *
 * Results go to `results.json` beside this file and to `packages/proof/test/golden/arkworks.json`, which `npm test` reads,
 * as it does the files in `rust-crates/groth16-prover/tests/files`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openEngine } from '../../../packages/lab/src/engine/open.ts'
import { loadModel, unpackInput } from '../../../packages/model/src/index.ts'
import { benchCase, type Secret } from '../../../packages/proof/bench/cases.ts'
import {
  type Circuit,
  decodeProof,
  encodeProof,
  encodeSignals,
  makeWitness,
  type ProvingKey,
  proofFromJson,
  prove,
  setup,
  signalsFromJson,
  verify,
  verifyingKeyToJson,
  type Witness,
} from '../../../packages/proof/src/index.ts'
import { TINY_SIGNALS, tinyCircuit, tinyKey, tinyWitness } from '../../../packages/proof/test/tiny-circuit.ts'
import { TINY_FOLDER, tinyFiles, tinyProof } from '../../../packages/proof/test/tiny-files.ts'
import { batchCircuit, batchProvingKey } from '../../bench/proof/batch.ts'
import { root } from '../../bootstrap/paths.mjs'
import { startProgress } from '../../bootstrap/progress.mjs'
import { buildContracts } from '../../kernels/build-contracts.ts'
import { deployWasm } from '../../kernels/measure.ts'
import { buildProver, nativeCargo, PROVER } from '../../native/build-prover.ts'
import { type NativeFiles, nativeFiles } from '../../native/prove-files.ts'
import { runTool } from '../../test-steps/run-tool.ts'
import { installed } from '../zk/install.ts'

const results: { check: string; holds: boolean }[] = []
function note(check: string, holds: boolean): void {
  results.push({ check, holds })
  console.log(`${holds ? 'holds' : 'FAILS'}  ${check}`)
}

const progress = startProgress('Checking the native prover')
const program = await buildProver(progress.detail)

// The files its own tests read.
for (const [ending, bytes] of Object.entries(await tinyFiles()))
  writeFileSync(join(root, TINY_FOLDER, `tiny.${ending}`), bytes)
const proofFile = join(root, TINY_FOLDER, 'tiny.proof')
if (!existsSync(proofFile) || !stillHolds(await tinyKey())) writeFileSync(proofFile, await tinyProof())
const { cargo, env } = await nativeCargo()
for (const crate of ['groth16-prover', 'groth16-conformance']) {
  const cwd = join(PROVER, '..', crate)
  const tested = await runTool(cargo, ['test', '--release', '--locked', '--lib', '--bins', '--tests'], {
    cwd,
    env,
    onLine: progress.detail,
  })
  if (tested.code !== 0) console.error(tested.output)
  note(`the tests of ${crate}`, tested.code === 0)
}

const tiny = { circuit: tinyCircuit(), key: await tinyKey(), witness: tinyWitness() }
await bothWays('a circuit of 36 constraints', tiny, TINY_SIGNALS, async (files) => {
  const args = ['prove', '--zkey', 'circuit.zkey', '--wtns', 'circuit.wtns', '--proof', 'proof.json']
  await files.run([...args, '--signals', 'signals.json'])
  const read = (name: string) => JSON.parse(readFileSync(files.path(name), 'utf8'))
  const [proof, signals] = [read('proof.json'), read('signals.json')]
  note(
    'its snarkjs JSON: we read and verify it',
    verify(tiny.key.verifyingKey, signalsFromJson(signals), proofFromJson(proof)),
  )
  const by = 'rust-crates/groth16-prover: proof of test/tiny-circuit.ts under its known key'
  const vkey = verifyingKeyToJson(tiny.key.verifyingKey)
  const golden = join(root, 'packages/proof/test/golden/arkworks.json')
  writeFileSync(golden, `${JSON.stringify({ by, vkey, proof, signals })}\n`)
})

// A key that is not ours: snarkjs' set-up of our constraints.
{
  const { snarkjs, curve } = await installed()
  const files = nativeFiles(program, tiny)
  const { path } = files
  await snarkjs.powersOfTau.newAccumulator(curve, 8, path('0.ptau'))
  await snarkjs.powersOfTau.contribute(path('0.ptau'), path('1.ptau'), 'one', 'for a cross-check only')
  await snarkjs.powersOfTau.preparePhase2(path('1.ptau'), path('2.ptau'))
  await snarkjs.zKey.newZKey(path('circuit.r1cs'), path('2.ptau'), path('0.zkey'))
  await snarkjs.zKey.contribute(path('0.zkey'), path('theirs.zkey'), 'one', 'for a cross-check only')
  const inputs = ['--zkey', 'theirs.zkey', '--wtns', 'circuit.wtns', '--r1cs', 'circuit.r1cs']
  await files.run(['prove', ...inputs, '--proof', 'theirs.json', '--signals', 'theirs.signals.json'])
  const read = (name: string) => JSON.parse(readFileSync(path(name), 'utf8'))
  const [proof, signals] = [read('theirs.json'), read('theirs.signals.json')]
  const vkey = await snarkjs.zKey.exportVerificationKey(path('theirs.zkey'))
  note('snarkjs’ key: snarkjs verifies the native proof', await snarkjs.groth16.verify(vkey, signals, proof))
  const other = [...signals.slice(0, -1), '0']
  note('and refuses it for another statement', !(await snarkjs.groth16.verify(vkey, other, proof)))
  files.remove()
  await curve.terminate()
}

// Secret weights: what a native prover is for.
const file = join(root, 'packages/model/models/digits-8x8-64-32-10-q4')
const text = readFileSync(`${file}.model.json`, 'utf8')
const row = [
  ...unpackInput(loadModel(text), JSON.parse(readFileSync(`${file}.vectors.json`, 'utf8')).input[0]),
]
for (const secret of ['input', 'input and weights', 'weights, once a model'] satisfies Secret[]) {
  progress.detail(`digits 64-32-10, secret ${secret}`)
  const { circuit, inputs, signals } = benchCase(text, secret, row)
  const { provingKey: key } = await setup(circuit)
  await bothWays(
    `digits 64-32-10, secret ${secret}`,
    { circuit, key, witness: makeWitness(circuit, inputs) },
    signals,
  )
}

// A contract with the verifier crate, on the devnode.
const batch = { circuit: batchCircuit(), key: await batchProvingKey() }
const statements = [1n, 2n].map((n) => [n ** 60n, n, n ** 50n + 7n])
const native: Awaited<ReturnType<NativeFiles['prove']>>[] = []
for (const [first, second, third] of statements as [bigint, bigint, bigint][]) {
  const files = nativeFiles(program, {
    ...batch,
    witness: makeWitness(batch.circuit, { first, second, third }),
  })
  native.push(await files.prove())
  files.remove()
}
const wasm = await buildContracts('inkling-groth16-verifier', ['batch'], { onLine: progress.detail })
const open = await openEngine({ kind: 'embedded' })
const contract = await deployWasm(open, wasm.get('batch')!)
const call = (mode: number, list: typeof native) =>
  contract.call(
    Uint8Array.from([
      mode,
      ...list.flatMap(({ signals }) => [...signals]),
      ...list.flatMap(({ proof }) => [...proof]),
    ]),
  )
note('a contract on the devnode takes two native proofs one by one', (await call(0, native)) === '0x01')
note('and as a batch', (await call(1, native)) === '0x01')
const [one, two] = native as [(typeof native)[0], (typeof native)[0]]
const swapped = [
  { ...one, proof: two.proof },
  { ...two, proof: one.proof },
]
note('with each other’s proofs it refuses them', (await call(0, swapped)) === undefined)
note('and as a batch, too', (await call(1, swapped)) === undefined)
await open.close()
progress.end()

writeFileSync(
  join(root, 'scripts/oracle/native/results.json'),
  `${JSON.stringify({ arkworks: '0.5.0', results }, null, 2)}\n`,
)
process.exit(results.every(({ holds }) => holds) ? 0 : 1)

/** Their proof by our verifier, ours by theirs, and neither of another statement. */
async function bothWays(
  name: string,
  made: { circuit: Circuit; key: ProvingKey; witness: Witness },
  signals: readonly bigint[],
  more?: (files: NativeFiles) => Promise<void>,
): Promise<void> {
  const files = nativeFiles(program, made)
  try {
    const theirs = await files.prove()
    const proof = decodeProof(theirs.proof)
    const other = signals.with(-1, signals.at(-1)! + 1n)
    const { verifyingKey } = made.key
    const same = Buffer.from(encodeSignals(signals)).equals(theirs.signals)
    note(`${name}: we verify the native proof`, same && verify(verifyingKey, signals, proof))
    note(`${name}: we refuse it for another statement`, !verify(verifyingKey, other, proof))
    const ours = encodeProof(await prove(made.key, made.witness))
    note(`${name}: the native verifier takes our proof`, await files.verifies(encodeSignals(signals), ours))
    const refused = !(await files.verifies(encodeSignals(other), ours))
    note(`${name}: it refuses it for another statement`, refused)
    await more?.(files)
  } finally {
    files.remove()
  }
}

function stillHolds({ verifyingKey }: ProvingKey): boolean {
  try {
    return verify(verifyingKey, TINY_SIGNALS, decodeProof(new Uint8Array(readFileSync(proofFile))))
  } catch {
    return false
  }
}
