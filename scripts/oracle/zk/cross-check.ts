/**
 * `npm run oracle:zk` holds packages/proof against snarkjs 0.7.6 and circom 2 (both GPL-3.0, installed into .work, never
 * part of what is built): both provers, both verifiers, both set-ups, and the digit classifier written a second time in
 * circom. Writes the answers that `npm test` compares with: packages/proof/test/golden and results.json beside this file.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LayerModel, loadModel, predict, unpackInput } from '../../../packages/model/src/index.ts'
import {
  type Circuit,
  classifierCircuit,
  classifierInputs,
  makeWitness,
  proofFromJson,
  proofToJson,
  prove,
  readR1cs,
  readWtns,
  readZkey,
  setup,
  signalsFromJson,
  verify,
  verifyingKeyFromJson,
  verifyingKeyToJson,
  writeR1cs,
  writeWtns,
  writeZkey,
} from '../../../packages/proof/src/index.ts'
import { SMALL_SIGNALS, smallCircuit, smallWitness } from '../../../packages/proof/test/small-circuit.ts'
import { root } from '../../bootstrap/paths.mjs'
import { runTool } from '../../test-steps/run-tool.ts'
import { circomSource } from './circom-source.ts'
import { folder, installed } from './install.ts'

const MODEL = 'digits-8x8-64-32-10-q4'
const INPUTS = 1000
const golden = join(root, 'packages/proof/test/golden')
const work = join(folder, 'work')
mkdirSync(work, { recursive: true })
mkdirSync(golden, { recursive: true })
const file = (name: string) => join(work, name)
const results: { check: string; holds: boolean }[] = []
const note = (check: string, holds: boolean) => {
  results.push({ check, holds })
  console.log(`${holds ? 'holds ' : 'FAILED'}  ${check}`)
}

const { snarkjs, curve, circom, calculator } = await installed()
const texts = (signals: readonly bigint[]) => signals.map(String)

// The digit classifier: our circuit, our key.
const model = loadModel(
  readFileSync(join(root, `packages/model/models/${MODEL}.model.json`), 'utf8'),
) as LayerModel
const vectors = JSON.parse(readFileSync(join(root, `packages/model/models/${MODEL}.vectors.json`), 'utf8'))
const rows = (vectors.input as `0x${string}`[]).map((hex) => unpackInput(model, hex))
while (rows.length < INPUTS)
  rows.push(rows[rows.length % 97]!.map((x, i) => rows[(rows.length * 7 + i) % 97]![i]! || x))
const circuit = classifierCircuit(model)
const statement = classifierInputs(model, rows[0]!, { salt: 2n ** 247n - 19n, ctx: 77n })
const witness = makeWitness(circuit, statement.inputs)
const { provingKey } = await setup(circuit)
writeFileSync(file('ours.r1cs'), writeR1cs(circuit))
writeFileSync(file('ours.wtns'), writeWtns(witness))
writeFileSync(file('ours.zkey'), writeZkey(provingKey))
const vkey = verifyingKeyToJson(provingKey.verifyingKey)
const ours = proofToJson(await prove(provingKey, witness))
note(
  'our proof of the digit circuit: snarkjs verifies',
  await snarkjs.groth16.verify(vkey, texts(statement.signals), ours),
)
const wrong = texts([statement.signals[0], (statement.signals[1] + 1n) % 10n, statement.signals[2]])
note('our proof with another class: snarkjs refuses', !(await snarkjs.groth16.verify(vkey, wrong, ours)))
note(
  'our .wtns satisfies our .r1cs by snarkjs',
  await snarkjs.wtns.check(file('ours.r1cs'), file('ours.wtns')),
)
const exported = await snarkjs.zKey.exportVerificationKey(file('ours.zkey'))
note(
  'the key that snarkjs reads from our .zkey is our vkey.json',
  JSON.stringify(verifyingKeyToJson(verifyingKeyFromJson(exported))) === JSON.stringify(vkey),
)
const theirs = await snarkjs.groth16.prove(file('ours.zkey'), file('ours.wtns'))
note(
  'snarkjs proves with our .zkey and .wtns: we verify',
  verify(provingKey.verifyingKey, signalsFromJson(theirs.publicSignals), proofFromJson(theirs.proof)),
)

// A set-up by snarkjs, phase 1 and 2, on constraints of ours.
const small = smallCircuit()
writeFileSync(file('small.r1cs'), writeR1cs(small))
writeFileSync(file('small.wtns'), writeWtns(smallWitness()))
await snarkjs.powersOfTau.newAccumulator(curve, 9, file('0.ptau'))
await snarkjs.powersOfTau.contribute(file('0.ptau'), file('1.ptau'), 'one', 'for a cross-check only')
await snarkjs.powersOfTau.preparePhase2(file('1.ptau'), file('2.ptau'))
await snarkjs.zKey.newZKey(file('small.r1cs'), file('2.ptau'), file('0.zkey'))
await snarkjs.zKey.contribute(file('0.zkey'), file('1.zkey'), 'one', 'for a cross-check only')
const smallKey = readZkey(new Uint8Array(readFileSync(file('1.zkey'))))
const smallVkey = await snarkjs.zKey.exportVerificationKey(file('1.zkey'))
const smallProof = proofToJson(await prove(smallKey, smallWitness()))
note(
  'snarkjs’ set-up of our .r1cs: our proof, snarkjs verifies',
  await snarkjs.groth16.verify(smallVkey, texts(SMALL_SIGNALS), smallProof),
)
const made = await snarkjs.groth16.prove(file('1.zkey'), file('small.wtns'))
const smallOk = verify(
  verifyingKeyFromJson(smallVkey),
  signalsFromJson(made.publicSignals),
  proofFromJson(made.proof),
)
note('snarkjs’ set-up and proof: we verify', smallOk)
const by = 'snarkjs 0.7.6: set-up and proof of test/small-circuit.ts'
write('snarkjs.json', { by, vkey: smallVkey, proof: made.proof, signals: made.publicSignals })

// The digit classifier once more, in circom.
writeFileSync(file('digits.circom'), circomSource(model))
const compiled = await runTool(
  process.execPath,
  [circom, 'work/digits.circom', '--r1cs', '--wasm', '--O1', '-l', 'node_modules', '-o', 'work'],
  { cwd: folder },
)
if (compiled.code !== 0) throw new Error(`circom failed:\n${compiled.output}`)
const circomR1cs = readR1cs(new Uint8Array(readFileSync(file('digits.r1cs'))))
const witnesses = await calculator(readFileSync(file('digits_js/digits.wasm')))
let same = 0
const commits: string[] = []
const labels: number[] = []
for (const [i, row] of rows.slice(0, INPUTS).entries()) {
  const salt = BigInt(i) ** 20n + 5n
  const [, commit, label] = await witnesses.calculateWitness({ x: row, salt, ctx: 3n })
  const { signals, inputs } = classifierInputs(model, row, { salt, ctx: 3n })
  makeWitness(circuit, inputs)
  if (commit === signals[0] && label === signals[1] && Number(label) === predict(model, row).label) same++
  labels.push(Number(label))
  if (i < 20) commits.push(String(commit))
}
note(`circom's classifier gives our class and commitment on ${same} of ${INPUTS} inputs`, same === INPUTS)
write('circom-digits.json', {
  by: 'circom 2 with circomlib 2.0.5',
  model: model.sha256,
  saltOf: 'i^20 + 5',
  labels,
  commits,
})

await snarkjs.wtns.calculate(
  { x: rows[0], salt: 2n ** 247n - 19n, ctx: 77n },
  file('digits_js/digits.wasm'),
  file('circom.wtns'),
)
const circomCircuit = {
  ...circomR1cs,
  publicNames: new Array(circomR1cs.publicCount).fill(''),
  constraints: circomR1cs.constraints.map((rule) => ({ ...rule, label: '' })),
} as unknown as Circuit
const { provingKey: circomKey } = await setup(circomCircuit)
const circomProof = await prove(circomKey, readWtns(new Uint8Array(readFileSync(file('circom.wtns')))))
note(
  'circom’s .r1cs and .wtns, our set-up and proof: snarkjs verifies the same signals as ours',
  await snarkjs.groth16.verify(
    verifyingKeyToJson(circomKey.verifyingKey),
    texts(statement.signals),
    proofToJson(circomProof),
  ),
)

const counts = { ours: circuit.constraints.length, circom: circomR1cs.constraints.length }
writeFileSync(
  join(root, 'scripts/oracle/zk/results.json'),
  `${JSON.stringify({ snarkjs: '0.7.6', circom2: '0.2.23', circomlib: '2.0.5', model: MODEL, constraints: counts, results }, null, 2)}\n`,
)
await curve.terminate()
process.exit(results.every(({ holds }) => holds) ? 0 : 1)

function write(name: string, value: unknown): void {
  writeFileSync(join(golden, name), `${JSON.stringify(value)}\n`)
}
