import type { Component } from 'vue'

export type PlaygroundName = 'tree' | 'forest' | 'line' | 'game' | 'digit' | 'ladder'

interface About {
  title: string
  /** One sentence before anything is loaded. */
  says: string
  load(): Promise<{ default: Component }>
}

/** What a page shows of a playground before somebody starts it; the rest is loaded then. */
export const about: Record<PlaygroundName, About> = {
  tree: {
    title: 'Ask the contract about a site',
    says: 'Move nine sliders; the contract of this lab walks its tree, and the path lights up.',
    load: () => import('./parts/TreePart.vue'),
  },
  forest: {
    title: 'Let the trees vote',
    says: 'Move nine sliders; every tree of the contract votes, and the sum is the verdict.',
    load: () => import('./parts/ForestPart.vue'),
  },
  line: {
    title: 'A forecast without fractions',
    says: 'Answer as a voter; the contract computes with integers, and you see how far it is from the floats.',
    load: () => import('./parts/LinePart.vue'),
  },
  game: {
    title: 'Play against the contract',
    says: 'Each of your moves is a transaction; the network answers in the same one.',
    load: () => import('./parts/GamePart.vue'),
  },
  digit: {
    title: 'Draw a digit',
    says: 'Draw with mouse, finger or keys; a Stylus contract reads it while you draw, and says what that costs.',
    load: () => import('./parts/DigitPart.vue'),
  },
  ladder: {
    title: 'Race the kernels',
    says: 'Draw one digit; versions of the same network read it one after the other, and the bars show their ink.',
    load: () => import('./parts/LadderPart.vue'),
  },
}
