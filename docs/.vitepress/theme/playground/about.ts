import type { Component } from 'vue'

export type PlaygroundName =
  | 'tree'
  | 'forest'
  | 'line'
  | 'game'
  | 'digit'
  | 'ladder'
  | 'secret'
  | 'registry'
  | 'mind'

interface About {
  title: string
  /** One sentence before anything is loaded. */
  says: string
  /** Programs that its first answer needs; fetched while the chain starts. */
  programs(options: Record<string, unknown>): string[]
  load(): Promise<{ default: Component }>
}

/** What a page shows of a playground before somebody starts it; the rest is loaded then. */
export const about: Record<PlaygroundName, About> = {
  tree: {
    title: 'Ask the contract about a site',
    says: 'Move nine sliders; the contract of this lab walks its tree, and the path lights up.',
    programs: ({ lab }) => [Number(lab ?? 1) === 0 ? 'first-light' : '01-decision-tree'],
    load: () => import('./parts/TreePart.vue'),
  },
  forest: {
    title: 'Let the trees vote',
    says: 'Move nine sliders; every tree of the contract votes, and the sum is the verdict.',
    programs: () => ['02-forest'],
    load: () => import('./parts/ForestPart.vue'),
  },
  line: {
    title: 'A forecast without fractions',
    says: 'Answer as a voter; the contract computes with integers, and you see how far it is from the floats.',
    programs: () => ['03-fixed-point'],
    load: () => import('./parts/LinePart.vue'),
  },
  game: {
    title: 'Play against the contract',
    says: 'Each of your moves is a transaction; the network answers in the same one.',
    programs: () => ['04-neural-network'],
    load: () => import('./parts/GamePart.vue'),
  },
  digit: {
    title: 'Draw a digit',
    says: 'Draw with mouse, finger or keys; a Stylus contract reads it while you draw, and says what that costs.',
    programs: ({ first }) => [first === 'compiled' ? 'digits-14x14-196-250-10-sparse' : '05-int8-mlp'],
    load: () => import('./parts/DigitPart.vue'),
  },
  ladder: {
    title: 'Race the kernels',
    says: 'Draw one digit; versions of the same network read it one after the other, and the bars show their ink.',
    programs: () => ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8'],
    load: () => import('./parts/LadderPart.vue'),
  },
  secret: {
    title: 'Prove it, and keep the digit',
    says: 'Draw a digit; this tab proves which one it is, and the contract takes the proof without ever seeing the picture.',
    programs: () => ['07-secret-digit'],
    load: () => import('./parts/SecretPart.vue'),
  },
  registry: {
    title: 'Change a model, and not its contract',
    says: 'Ask a model whose weights are data contracts; publish its next version as the owner, try it as a stranger, and stop a version that somebody pinned.',
    programs: () => ['08-model-registry'],
    load: () => import('./parts/RegistryPart.vue'),
  },
  mind: {
    title: 'Mint a mind, and see what a wallet sees',
    says: 'A word becomes a mind; its token draws itself and says its name. Breed two, or let them play: every answer is the contract’s.',
    programs: () => ['09-mind-nft', 'name-service'],
    load: () => import('./parts/MindPart.vue'),
  },
}
