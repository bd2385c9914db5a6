/**
 * A net whose weights stay secret: registered once, then one proof an answer.
 * `npm run lab -- run docs/examples/private-weights.ts`
 */
import { readFile } from 'node:fs/promises'
import { type LayerModel, loadModel } from '@inkling/model'
import {
  encodeProof,
  inferCircuit,
  inferInputs,
  makeWitness,
  privateShape,
  prove,
  randomSalt,
  registerCircuit,
  registerInputs,
  setup,
  verify,
} from '@inkling/proof'

// #region owner
// The owner of the net: knows the weights, publishes the shape.
const file = new URL('../../packages/model/models/tic-tac-toe-18-12-9.model.json', import.meta.url)
const net = loadModel(await readFile(file, 'utf8')) as LayerModel
const shape = privateShape(net)
// #endregion owner

// #region keys
// Anyone makes the circuits from the shape. Here one party makes the keys; for real, a ceremony does.
const register = registerCircuit(shape)
const infer = inferCircuit(shape)
const registerKey = (await setup(register)).provingKey
const inferKey = (await setup(infer)).provingKey
console.log(`register  ${register.constraints.length} constraints, once a model`)
console.log(`infer     ${infer.constraints.length} constraints, once an answer`)
// #endregion keys

// #region register
// Once: behind this commitment is a net of this shape, with weights in range.
const modelSalt = randomSalt()
const owner = registerInputs(net, { salt: modelSalt, ctx: 1n })
const registration = await prove(registerKey, makeWitness(register, owner.inputs))
console.log(`registration holds: ${verify(registerKey.verifyingKey, owner.signals, registration)}`)
const [registered] = owner.signals
// #endregion register

// #region infer
// Per answer: the board is secret too. Whoever proves holds the weights and the board.
const board = [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
const answer = inferInputs(net, board, { modelSalt, salt: randomSalt(), ctx: 2n })
const proof = await prove(inferKey, makeWitness(infer, answer.inputs))
console.log(`answer: square ${answer.label}, proof of ${encodeProof(proof).length} bytes`)
// #endregion infer

// #region verify
// The verifier: the commitment has to be a registered one, then the pairing decides.
const known = answer.signals[0] === registered
console.log(`proof holds: ${known && verify(inferKey.verifyingKey, answer.signals, proof)}`)
const [modelCommit, inputCommit, label, ctx] = answer.signals
const otherSquare = [modelCommit, inputCommit, (label + 1n) % 9n, ctx]
console.log(`for another square: ${verify(inferKey.verifyingKey, otherSquare, proof)}`)
// #endregion verify
