import { readFileSync } from 'node:fs'
import path from 'node:path'
import { keccak256, toBytes, toHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { expect, it } from 'vitest'
import { deployProgram, devnodeClients } from './clients.ts'

interface Step {
  op: string
  id?: string
  program?: string
  to?: string
  data?: string
  gas?: number
  value?: number
  estimate?: boolean
  info?: { estimateValue?: number }
}
interface Vectors {
  programs: Record<string, { code: `0x${string}` }>
  scenarios: { name: string; steps: Step[] }[]
}

const file = path.join(import.meta.dirname, 'vectors', 'rpc.json')
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors
const steps = vectors.scenarios.find((s) => s.name === 'estimate')?.steps ?? []

it('estimates what a nitro node estimated, to the unit of gas', async () => {
  const c = await devnodeClients({ predeploys: false })
  const addresses = new Map<string, string>()
  const sender = privateKeyToAccount(keccak256(toBytes('stylus-vectors/rpc/estimate'))).address
  await c.test.setBalance({ address: sender, value: 10n ** 20n })
  await c.test.impersonateAccount({ address: sender })
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, id: string) => (addresses.get(id) ?? id).slice(2)) as `0x${string}`
  const compared: [number, number][] = []
  for (const step of steps) {
    if (step.op === 'deployWasm') {
      const code = vectors.programs[step.program ?? '']?.code ?? '0x'
      addresses.set(step.id ?? '', await deployProgram(c, toBytes(code)))
      continue
    }
    const to = (addresses.get(step.to ?? '') ?? step.to) as `0x${string}`
    const call = { from: sender, to, data: fill(step.data ?? '0x'), value: toHex(step.value ?? 0) }
    const wanted = step.info?.estimateValue
    if (wanted !== undefined)
      compared.push([Number(await c.devnode.request({ method: 'eth_estimateGas', params: [call] })), wanted])
    await c.devnode.request({
      method: 'eth_sendTransaction',
      params: [{ ...call, gas: toHex(step.gas ?? 0) }],
    })
  }
  expect(compared).toHaveLength(8)
  for (const [got, wanted] of compared) expect(got).toBe(wanted)
})
