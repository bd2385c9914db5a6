import { defineAsyncComponent, defineComponent, h } from 'vue'
import type { PlaygroundName } from './about.ts'
import EditAndRun from './EditAndRun.vue'
import Playground from './Playground.vue'

/** A playground by its name, for Markdown: `<DigitPlayground />`. What it needs is loaded on the click. */
const named = (name: PlaygroundName) =>
  defineComponent({
    inheritAttrs: false,
    setup:
      (_, { attrs }) =>
      () =>
        h(Playground, { name, options: attrs }),
  })

export const playgrounds = {
  EditAndRun,
  ProgressPage: defineAsyncComponent(() => import('./ProgressPage.vue')),
  TreePlayground: named('tree'),
  ForestPlayground: named('forest'),
  LinePlayground: named('line'),
  GamePlayground: named('game'),
  DigitPlayground: named('digit'),
  LadderPlayground: named('ladder'),
  SecretPlayground: named('secret'),
  RegistryPlayground: named('registry'),
  MindPlayground: named('mind'),
}
