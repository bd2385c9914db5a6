/** What a page loads that proves with a key it fetched: measured, not used. */
export {
  classifierCircuit,
  classifierInputs,
  encodeProof,
  makeWitness,
  prove,
  readZkey,
} from '../src/index.ts'
