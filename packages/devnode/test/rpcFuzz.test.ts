import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createDevnode } from '../src/index.ts'
import { RPC_METHODS } from '../src/rpc/methods.ts'
import { answerOne } from '../src/server.ts'

/** Values that look almost right, beside values that do not. */
const value = fc.oneof(
  fc.anything(),
  fc.constantFrom(
    'latest',
    '0x',
    '0x0',
    '0xzz',
    `0x${'ff'.repeat(20)}`,
    `0x${'00'.repeat(32)}`,
    '0x1',
    -1,
    1e300,
    {},
  ),
  fc.record({
    to: fc.constantFrom(`0x${'00'.repeat(19)}71`, '0x71', null),
    data: fc.constantFrom('0x58c780c2', '0x', 'hello', 5),
    gas: fc.constantFrom('0x0', '0xffffff', '0xffffffffffffffffff', 'many'),
    value: fc.constantFrom('0x0', `0x${'ff'.repeat(32)}`),
  }),
)

it('answers any request with a result or a typed error', async () => {
  const devnode = await createDevnode()
  const methods = fc.constantFrom(...Object.keys(RPC_METHODS), '__proto__', 'constructor', 'eth_nope')
  await fc.assert(
    fc.asyncProperty(methods, fc.array(value, { maxLength: 4 }), async (method, params) => {
      const answer = (await answerOne(devnode, { id: 1, method, params })) as Record<string, unknown>
      expect('result' in answer !== 'error' in answer).toBe(true)
      // -32603 is what an unexpected exception becomes: there must be none
      if ('error' in answer) expect((answer.error as { code: number }).code).not.toBe(-32603)
    }),
    { numRuns: 3000 },
  )
})
