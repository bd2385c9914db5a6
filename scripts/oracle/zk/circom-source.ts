import {
  type DenseLayer,
  type LayerModel,
  layerRanges,
  readTensor,
} from '../../../packages/model/src/index.ts'
import { bitsPerValue } from '../../../packages/proof/src/index.ts'

/**
 * The statement of `classifierCircuit` written a second time, in circom with circomlib's gadgets: for nets with one
 * shift a layer. Nothing of packages/proof's circuits is used, so the two can disagree.
 */
export function circomSource(model: LayerModel): string {
  const ranges = layerRanges(model)
  const bits = bitsPerValue(model.input)
  const each = Math.floor(250 / bits)
  const { length, min, max } = model.input
  if (min.some((low) => low !== 0)) throw new Error('the circom version takes inputs from 0')
  const chunks = Math.ceil(length / each)
  const body: string[] = []
  for (const [i, top] of max.entries())
    body.push(
      `  component range${i} = LessEqThan(${bits + 1}); range${i}.in[0] <== x[${i}]; range${i}.in[1] <== ${top}; range${i}.out === 1;`,
      `  component bits${i} = Num2Bits(${bits}); bits${i}.in <== x[${i}];`,
    )
  body.push(`  component hash = Poseidon(${chunks + 1});`)
  for (let c = 0; c < chunks; c++) {
    const terms = []
    for (let i = c * each; i < Math.min(length, (c + 1) * each); i++)
      terms.push(`x[${i}] * ${1n << BigInt(bits * (i - c * each))}`)
    body.push(`  hash.inputs[${c}] <== ${terms.join(' + ')};`)
  }
  body.push(`  hash.inputs[${chunks}] <== salt;`, '  inputCommit <== hash.out;')
  let names = Array.from({ length }, (_, i) => `x[${i}]`)
  for (const [l, layer] of (model.layers as DenseLayer[]).entries()) {
    const weights = readTensor(layer.weights)
    const bias = readTensor(layer.bias)
    const outputs: string[] = []
    for (const [o, b] of bias.entries()) {
      const terms = names
        .map((name, i) => [name, weights[o * names.length + i]!] as const)
        .filter(([, w]) => w !== 0)
      const acc = [...terms.map(([name, w]) => `${name} * (${w})`), `(${b})`].join(' + ')
      const rule = layer.requantize
      if (!rule) {
        body.push(`  signal score${o}; score${o} <== ${acc};`)
        outputs.push(`score${o}`)
        continue
      }
      const { min: low, max: high } = ranges[l]!.acc!
      const accBits = Math.ceil(Math.log2(Math.max(-low[o]!, high[o]! + 1, 1)))
      body.push(
        `  component n${l}_${o} = ReluShift(${readTensor(rule.shift)[0]}, ${Math.log2(rule.max + 1)}, ${accBits});`,
        `  n${l}_${o}.acc <== ${acc};`,
      )
      outputs.push(`n${l}_${o}.y`)
    }
    names = outputs
  }
  body.push(`  component top = Argmax(${names.length}, 30);`)
  for (const [i, name] of names.entries()) body.push(`  top.scores[${i}] <== ${name};`)
  body.push('  class <== top.index;', '  signal bound; bound <== ctx * ctx;')
  return `${TEMPLATES}
template Classifier() {
  signal input x[${length}];
  signal input salt;
  signal input ctx;
  signal output inputCommit;
  signal output class;
${body.join('\n')}
}

component main {public [ctx]} = Classifier();
`
}

const TEMPLATES = `pragma circom 2.1.6;
include "circomlib/circuits/poseidon.circom";
include "circomlib/circuits/comparators.circom";
include "circomlib/circuits/bitify.circom";
include "circomlib/circuits/mux1.circom";

// max(0, min(2^outBits - 1, (acc + 2^(shift - 1)) >> shift)), |acc| < 2^accBits.
template ReluShift(shift, outBits, accBits) {
  signal input acc;
  signal output y;
  var top = (1 << outBits) - 1;
  component bits = Num2Bits(accBits + 2);
  bits.in <== acc + (1 << (shift - 1)) + (1 << (accBits + 1));
  // Without the offset of the sign, the bits above the shift are the rounded value.
  var shifted = 0;
  for (var i = shift; i < accBits + 1; i++) { shifted += bits.out[i] * (1 << (i - shift)); }
  component small = LessThan(accBits + 2);
  small.in[0] <== shifted;
  small.in[1] <== top + 1;
  component clamp = Mux1();
  clamp.c[0] <== top;
  clamp.c[1] <== shifted;
  clamp.s <== small.out;
  y <== clamp.out * bits.out[accBits + 1];
}

// Lowest index of the highest score.
template Argmax(n, bits) {
  signal input scores[n];
  signal output index;
  component greater[n];
  component pickScore[n];
  component pickIndex[n];
  signal best[n];
  signal at[n];
  best[0] <== scores[0];
  at[0] <== 0;
  for (var i = 1; i < n; i++) {
    greater[i] = GreaterThan(bits);
    greater[i].in[0] <== scores[i] + (1 << (bits - 1));
    greater[i].in[1] <== best[i - 1] + (1 << (bits - 1));
    pickScore[i] = Mux1();
    pickScore[i].c[0] <== best[i - 1];
    pickScore[i].c[1] <== scores[i];
    pickScore[i].s <== greater[i].out;
    best[i] <== pickScore[i].out;
    pickIndex[i] = Mux1();
    pickIndex[i].c[0] <== at[i - 1];
    pickIndex[i].c[1] <== i;
    pickIndex[i].s <== greater[i].out;
    at[i] <== pickIndex[i].out;
  }
  index <== at[n - 1];
}
`
