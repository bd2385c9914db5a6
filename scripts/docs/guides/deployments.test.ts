import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { root } from '../../bootstrap/paths.mjs'
import { type Deployment, deploymentBlocks } from './deployments.ts'

const json = (file: string) => JSON.parse(readFileSync(join(root, 'docs', 'report', file), 'utf8'))
const valid = new Ajv2020({ allErrors: true }).compile(json('deployments.schema.json'))
const file = json('deployments.json') as { deployments: Deployment[] }

/** As somebody would write it from what `inkling deploy --json` printed. */
const example: Deployment = {
  chainId: 421_614,
  network: 'Arbitrum Sepolia',
  address: '0xda52b25ddb0e3b9cc393b0690ac62245ac772527',
  what: 'the phishing tree of lab 1 as a raw kernel',
  model: 'a'.repeat(64),
  codeBytes: 302,
  deploy: { hash: `0x${'1'.repeat(64)}`, gas: 118_600 },
  activation: { hash: `0x${'2'.repeat(64)}`, gas: 1_838_978, dataFeeWei: '43816840985616' },
  gasPriceWei: '100000000',
  gasForL1: 52_000,
  date: '2026-11-24',
  by: 'somebody',
}
const errorsOf = (...deployments: unknown[]) => {
  valid({ deployments })
  return (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

describe('docs/report/deployments.json', () => {
  test('is what its schema says', () => {
    valid(file)
    expect(valid.errors ?? []).toEqual([])
  })

  test('names each contract once, and no day that is still to come', () => {
    const places = file.deployments.map(({ chainId, address }) => `${chainId} ${address.toLowerCase()}`)
    expect(new Set(places).size).toBe(places.length)
    for (const { date } of file.deployments) {
      expect(Number.isNaN(Date.parse(date))).toBe(false)
      expect(Date.parse(date)).toBeLessThanOrEqual(Date.now())
    }
  })
})

describe('the schema', () => {
  test('takes an entry, also one whose code was active before', () => {
    expect(errorsOf(example)).toEqual([])
    expect(errorsOf({ ...example, activation: null })).toEqual([])
  })

  test.each([
    ['the development chain', { chainId: 412_346 }, '/deployments/0/chainId must NOT be valid'],
    ['a short address', { address: '0x1234' }, '/deployments/0/address must match pattern'],
    [
      'gas below a transaction',
      { deploy: { ...example.deploy, gas: 20_999 } },
      '/deploy/gas must be >= 21000',
    ],
    ['another date', { date: '24.11.2026' }, '/deployments/0/date must match pattern'],
    ['a field nobody knows', { chain: 'Sepolia' }, 'must NOT have additional properties'],
    ['no author', { by: '' }, '/deployments/0/by must NOT have fewer than 1 characters'],
  ])('refuses %s', (_, change, message) => {
    expect(errorsOf({ ...example, ...change }).join('\n')).toContain(message)
  })
})

describe('what the pages say', () => {
  test('the devnode and nitro only, until there is an entry', () => {
    const blocks = deploymentBlocks([])
    expect(blocks['deployments-scope']!()).toMatch(/^Devnode and nitro only: /)
    expect(blocks.deployments!()).toBe('No entries yet.')
  })

  test('where the entries are, the newest first', () => {
    const older = {
      ...example,
      date: '2026-01-02',
      network: 'Arbitrum One',
      chainId: 42_161,
      activation: null,
    }
    const blocks = deploymentBlocks([older, example])
    expect(blocks['deployments-scope']!()).toContain('1 on Arbitrum One, 1 on Arbitrum Sepolia')
    const rows = blocks.deployments!().split('\n').slice(2)
    expect(rows).toHaveLength(2)
    expect(rows[0]).toContain('| Arbitrum Sepolia | the phishing tree of lab 1')
    expect(rows[0]).toContain('| 118,600 | 1,838,978 | 2026-11-24 |')
    expect(rows[1]).toContain('| before | 2026-01-02 |')
  })
})
