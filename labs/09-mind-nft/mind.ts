/** A mind in TypeScript: its 32 bytes as a model file, which the reference of `@inkling/model` runs. */
import { type LayerModel, makeModel, makeTensor, predictLayers } from '@inkling/model'
import { portrait } from '@inkling/model/portrait'
import { concatHex, type Hex, hexToBytes, keccak256 } from 'viem'

export const HIDDEN = 16

/** A last move as a mind sees it. */
export const [SHARED, TOOK, NOTHING] = [1, -1, 0]

/** Every situation: the mind's own last move, and the other's. */
export const SITUATIONS = [
  [NOTHING, NOTHING],
  [SHARED, SHARED],
  [SHARED, TOOK],
  [TOOK, SHARED],
  [TOOK, TOOK],
] as const

/** What `tokenURI` calls them. */
export const TRAITS = [
  'At first',
  'After both shared',
  'After it was taken from',
  'After it took',
  'After both took',
]

/** All 64 weights, -8 to 7, the high half of each byte first. */
export function weightsOf(dna: Hex): number[] {
  return [...hexToBytes(dna)].flatMap((byte) => [byte >> 4, byte & 15]).map((half) => (half << 28) >> 28)
}

/**
 * The token as a model file: two inputs, 16 hidden units held to 0 ... 15, one score. A multiplier of 2 and a shift of 1
 * leave a sum as it is.
 */
export function mindModel(dna: Hex): LayerModel {
  const units = Array.from({ length: HIDDEN }, (_, unit) => weightsOf(dna).slice(4 * unit, 4 * unit + 4))
  return makeModel({
    kind: 'mlp',
    name: `mind-${dna.slice(2, 10)}`,
    input: {
      length: 2,
      packing: 'i8',
      min: [-1, -1],
      max: [1, 1],
      features: ['my last move', 'their last move'],
      scale: { num: 1, den: 1 },
    },
    layers: [
      {
        type: 'dense',
        weights: makeTensor(
          'i8',
          [HIDDEN, 2],
          units.flatMap(([mine, theirs]) => [mine!, theirs!]),
        ),
        bias: makeTensor(
          'i32',
          [HIDDEN],
          units.map((unit) => unit[2]!),
        ),
        activation: 'relu',
        requantize: {
          multiplier: makeTensor('i32', [1], [2]),
          shift: makeTensor('u8', [1], [1]),
          zeroPoint: 0,
          min: 0,
          max: 15,
        },
      },
      {
        type: 'dense',
        weights: makeTensor(
          'i8',
          [1, HIDDEN],
          units.map((unit) => unit[3]!),
        ),
        bias: makeTensor('i32', [1], [0]),
        activation: 'none',
      },
    ],
    output: { labels: ['takes', 'shares'], rule: 'sign' },
    provenance: { data: 'a token', recipe: 'its DNA' },
  })
}

export interface Thought {
  sums: number[]
  score: number
}

export function thoughtOf(model: LayerModel, mine: number, theirs: number): Thought {
  const [hidden, last] = predictLayers(model, [mine, theirs])
  return { sums: [...hidden!.acc!], score: last!.output[0]! }
}

/** Whether it shares, in each of the situations. */
export function habitsOf(dna: Hex): boolean[] {
  const model = mindModel(dna)
  return SITUATIONS.map(([mine, theirs]) => thoughtOf(model, mine, theirs).score > 0)
}

/** Points of both after sixteen rounds. */
export function playOf(a: Hex, b: Hex): [number, number] {
  const habits = [habitsOf(a), habitsOf(b)] as const
  const at = (mine: number, theirs: number) =>
    SITUATIONS.findIndex(([first, second]) => first === mine && second === theirs)
  let [moveA, moveB] = [NOTHING, NOTHING]
  let [pointsA, pointsB] = [0, 0]
  for (let round = 0; round < 16; round++) {
    const next = [habits[0][at(moveA, moveB)], habits[1][at(moveB, moveA)]].map((s) => (s ? SHARED : TOOK))
    ;[moveA, moveB] = next as [number, number]
    pointsA += pointsFor(moveA, moveB)
    pointsB += pointsFor(moveB, moveA)
  }
  return [pointsA, pointsB]
}

function pointsFor(mine: number, theirs: number): number {
  if (mine === SHARED) return theirs === SHARED ? 3 : 0
  return theirs === SHARED ? 5 : 1
}

/** The child that `breed` makes: whose weight it is by a bit of the hash, then one mutation. */
export function childOf(a: Hex, b: Hex, chance: Hex = keccak256(concatHex([a, b]))): Hex {
  const bytes = hexToBytes(chance)
  const mother = [...a.slice(2)]
  const father = [...b.slice(2)]
  const half = mother.map((digit, at) => ((bytes[at >> 3]! >> (at & 7)) & 1 ? father[at]! : digit))
  half[bytes[8]! % 64] = (bytes[9]! & 15).toString(16)
  return `0x${half.join('')}`
}

/** The picture that the token draws of itself. */
export function pictureOf(dna: Hex): string {
  const { sums } = thoughtOf(mindModel(dna), SHARED, SHARED)
  return portrait(sums.map((sum) => 5 * sum))
}
