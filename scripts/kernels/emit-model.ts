import type { Layer, Network } from './network.ts'
import { head, lines } from './rust-text.ts'

/** `model.rs`: shapes, and the weights as arrays for the kernels that loop over them; v8's for its tests. */
export function emitModel(network: Network, pruned: Network): string {
  const { name, sha256, max, hidden, output } = network
  return `${head(['The model as arrays.'], name)}use inkling_quant::${scaleType(hidden)};

/// SHA-256 of the model file.
pub const SHA256: &str = "${sha256}";
/// Bytes a call has.
pub const INPUTS: usize = ${max.length};
/// Neurons of the hidden layer.
pub const HIDDEN: usize = ${hidden.bias.length};
/// Scores.
pub const OUTPUTS: usize = ${output.bias.length};
/// Largest value of each input; the smallest is 0.
pub const INPUT_MAX: [u8; INPUTS] = [
${lines(max.map(String))}
];
/// From the hidden layer's accumulators to its outputs.
pub const HIDDEN_SCALE: ${scale(hidden)};
${weights('HIDDEN', hidden)}
${biases('HIDDEN', hidden)}
${weights('OUTPUT', output)}
${biases('OUTPUT', output)}
${weights('HIDDEN', pruned.hidden, 'PRUNED')}`
}

function weights(layer: 'HIDDEN' | 'OUTPUT', { weights }: Layer, name: string = layer): string {
  const [rows, columns] = layer === 'HIDDEN' ? ['HIDDEN', 'INPUTS'] : ['OUTPUTS', 'HIDDEN']
  return `/// A row of weights for each output${name === 'PRUNED' ? ', of v8' : ''}.
pub static ${name}_WEIGHTS: [[i8; ${columns}]; ${rows}] = [
${weights.map((row) => `    [\n${lines(row.map(String))}\n    ],`).join('\n')}
];`
}

function biases(layer: 'HIDDEN' | 'OUTPUT', { bias }: Layer): string {
  return `/// One bias for each output.
pub static ${layer}_BIAS: [i32; ${layer === 'HIDDEN' ? 'HIDDEN' : 'OUTPUTS'}] = [
${lines(bias.map(String))}
];`
}

/** Whether one multiplier and shift serve all outputs. */
function isUniform({ requantize }: Layer): boolean {
  const all = (values: number[]) => values.every((value) => value === values[0])
  return requantize !== undefined && all(requantize.multiplier) && all(requantize.shift)
}

function scaleType(layer: Layer): string {
  return isUniform(layer) ? 'Requantize' : 'PerChannel'
}

function scale(layer: Layer): string {
  if (!layer.requantize) throw new Error('the hidden layer has no requantization')
  const { multiplier, shift, zeroPoint, min, max } = layer.requantize
  if (isUniform(layer))
    return `Requantize = Requantize::new(${multiplier[0]}, ${shift[0]}, ${zeroPoint}, ${min}, ${max})`
  return `PerChannel<HIDDEN> = PerChannel::new(
    [
${lines(multiplier.map(String))}
    ],
    [
${lines(shift.map(String))}
    ],
    ${zeroPoint},
    ${min},
    ${max},
)`
}
