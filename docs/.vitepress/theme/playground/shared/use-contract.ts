import { ref, shallowRef, watch } from 'vue'
import { type Answer, ask } from '../chain/answer.ts'
import type { Call, Chain, Program } from '../chain/chain.ts'
import type { Hex } from '../chain/hex.ts'
import { latest } from '../chain/latest.ts'
import { gasPrice } from './gas-price.ts'

/** What is asked of a contract, and what else is read beside it. */
export interface Question<Extra> {
  /** The call that is priced. */
  data: Hex
  from?: Hex
  /** Read after it, such as the scores; not part of the price. */
  extra?(contract: Program): Promise<Extra>
}

/**
 * A program on the page's chain, its newest answer, and whether it stands in the cache.
 *
 * `put` may be called at any rate: see `latest`.
 */
export function useContract<Extra>(chain: Chain) {
  const program = shallowRef<Program>()
  const answer = shallowRef<Answer>()
  const extra = shallowRef<Extra>()
  const trouble = ref('')
  /** What a call may take; the grader's offer while it is empty. */
  const gas = ref<number>()
  let asked: Question<Extra> | undefined

  const put = latest(
    async (question: Question<Extra>) => {
      const contract = program.value
      if (!contract) return undefined
      const call: Call = {
        to: contract.address,
        data: question.data,
        ...(question.from ? { from: question.from } : {}),
      }
      const found = await ask(chain, call, gas.value)
      return { found, more: found.refused ? undefined : await question.extra?.(contract) }
    },
    (result) => {
      if (!result) return
      answer.value = result.found
      extra.value = result.more
      trouble.value = ''
    },
    (error) => {
      trouble.value = (error as Error).message
    },
  )
  const question = (next: Question<Extra>) => {
    asked = next
    put(next)
  }

  watch(gas, () => {
    if (asked) put(asked)
  })

  async function load(name: string): Promise<void> {
    try {
      program.value = await chain.program(name)
      gasPrice.value ??= Number(await chain.request<Hex>('eth_gasPrice')) / 1e9
      if (asked) put(asked)
    } catch (error) {
      trouble.value = (error as Error).message
    }
  }

  async function setCached(on: boolean): Promise<void> {
    if (!program.value) return
    try {
      await chain.setCached(program.value, on)
      if (asked) put(asked)
    } catch (error) {
      trouble.value = (error as Error).message
    }
  }

  return { program, answer, gas, extra, trouble, question, load, setCached }
}
