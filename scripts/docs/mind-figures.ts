/**
 * The figures of lesson 9. `npm run lab -- run scripts/docs/mind-figures.ts` measures them and writes `docs/data/lab9.json`:
 * it builds the contract, deploys it with its name service to an embedded node, and lets it mint, breed, play and draw.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Address, type Hex, hexToBytes, keccak256, toHex } from 'viem'
import { buildContract } from '../../packages/lab/src/build/artefact.ts'
import { contractInputsHash } from '../../packages/lab/src/build/inputs.ts'
import { makeOverlay } from '../../packages/lab/src/build/overlay.ts'
import { prepareProgram } from '../../packages/lab/src/build/program.ts'
import { callContract } from '../../packages/lab/src/engine/call.ts'
import { activate, deployCode } from '../../packages/lab/src/engine/deploy.ts'
import { type OpenEngine, openEngine } from '../../packages/lab/src/engine/open.ts'
import { sendTransaction, signers } from '../../packages/lab/src/engine/send.ts'
import { labAbi } from '../../packages/lab/src/grade/session.ts'
import { loadManifest } from '../../packages/lab/src/labs.ts'
import type { DeployedContract } from '../../packages/lab/src/types.ts'
import { workspace } from '../../packages/lab/src/workspace.ts'
import { environment } from '../bench/environment.ts'
import type { Overlay } from '../test-steps/overlays.ts'
import { cacheProgram } from './contract-figures.ts'

const arbos = 51
/** Minds that are measured; of each figure the dearest is told. */
const MINDS = ['ada', 'blaise', 'charles', 'donald', 'edsger', 'frances', 'grace', 'haskell']
const INK_A_GAS = 10_000
/** As the manifest of `openzeppelin-stylus` on crates.io says, the newest release in November 2026. */
const OPENZEPPELIN = { version: '0.3.0', sdk: '0.9.0' }

/** Everything that lesson 9 states. */
export async function mindFigures(lab: Overlay) {
  const text = (path: string) => readFileSync(join(lab.dir, path), 'utf8')
  const mind: Mind = await import(pathToFileURL(join(lab.dir, 'mind.ts')).href)
  const dnas = MINDS.map((name) => keccak256(toHex(name)))
  return {
    game: { rounds: 16 },
    example: exampleOf(mind, dnas),
    model: { lines: text('book-model.ts').split('\n').length },
    design: { pairs: Number(/pairs\.length < (\d+)/.exec(text('checks-design.ts'))![1]) },
    openzeppelin: OPENZEPPELIN,
    sdk: /stylus-sdk = \{ version = "=([\d.]+)"/.exec(text('contract/Cargo.toml'))![1],
    ...(await chainFigures(lab, dnas, text('data/name-service.hex').trim() as Hex)),
    inputs: contractInputsHash(join(lab.dir, 'contract')),
  }
}

/** `mind.ts` of the lab. */
interface Mind {
  weightsOf(dna: Hex): number[]
  mindModel(dna: Hex): unknown
  thoughtOf(model: unknown, mine: number, theirs: number): { sums: number[]; score: number }
}

/** One unit of the first mind in which holding to 0 ... 15 changes nothing, in steps, after both shared. */
function exampleOf(mind: Mind, dnas: Hex[]) {
  const dna = dnas[0]!
  const { sums, score } = mind.thoughtOf(mind.mindModel(dna), 1, 1)
  const weights = mind.weightsOf(dna)
  const unit = sums.findIndex((sum, at) => sum > 1 && sum < 15 && weights[4 * at + 3] !== 0)
  const [mine, theirs, bias, out] = weights.slice(4 * unit, 4 * unit + 4) as [number, number, number, number]
  const sum = sums[unit]!
  const written = (value: number) => (value < 0 ? `(${value})` : `${value}`)
  return {
    dna,
    short: dna.slice(0, 10),
    unit,
    weights: [mine, theirs, bias, out].join(', '),
    terms: `${mine} + ${written(theirs)} + ${written(bias)}`,
    sum,
    held: Math.min(15, Math.max(0, sum)),
    out,
    contribution: out * sum,
    score,
    does: score > 0 ? 'shares' : 'takes',
    sums: sums.join(', '),
  }
}

async function chainFigures(lab: Overlay, dnas: Hex[], serviceCode: Hex) {
  const open = await openEngine({ kind: 'embedded' })
  try {
    const service = await deployCode(open, hexToBytes(serviceCode))
    await activate(open, service)
    const contract = await deployBuild(open, lab)
    const send = async (fn: string, args: unknown[]) => {
      const { gasUsed, status } = await sendTransaction(open, contract, fn, args)
      if (status !== 'success') throw new Error(`${fn} was reverted`)
      return Number(gasUsed)
    }
    await send('useNames', [service])
    for (const dna of dnas.slice(0, -1)) await send('mint', [dna])
    const ids = dnas.map((_, id) => BigInt(id))
    const dearest = async (measure: (id: bigint) => Promise<number>, of: bigint[]) =>
      Math.max(...(await Promise.all(of.map(measure))))
    const call = (fn: string, args: unknown[]) => callContract(open, contract, fn, args, { profile: true })
    const instructions = async (fn: string, args: unknown[]) =>
      Math.ceil((await call(fn, args)).profile!.instructions / INK_A_GAS)
    // The last one is measured with the program cached, as that of a live contract is.
    const before = ids.slice(0, -1)
    const tokenURI = await dearest(async (id) => Number((await call('tokenURI', [id])).gas), before)
    await cacheProgram(open, contract)
    await cacheProgram(open, { ...contract, address: service })
    const mint = await send('mint', [dnas.at(-1)!])
    const breed = await send('breed', [0n, 1n])
    const accounts = signers().map(({ address }) => address)
    const transfer = await send('transferFrom', [accounts[0], accounts[1], 2n])
    return {
      gas: {
        name: await dearest((id) => nameGas(open, service, dnas[Number(id)]!), ids),
        svg: await dearest((id) => instructions('pictureOf', [id]), ids),
        // What is left is the JSON and two layers of base64.
        text: (await instructions('tokenURI', [0n])) - (await instructions('pictureOf', [0n])),
        play: await instructions('play', [0n, 1n]),
        tokenURI,
        tokenURICached: await dearest(async (id) => Number((await call('tokenURI', [id])).gas), ids),
        mint,
        breed,
        transfer,
      },
      // Rounded: how well a program compresses depends a little on the clone's path.
      bytes: { code: Math.round(contract.code.length / 500) * 500 },
      names: { bytes: (serviceCode.length - 2) / 2 },
    }
  } finally {
    await open.close()
  }
}

/** What the name service takes for this mind's seed, entry left out. */
async function nameGas(open: OpenEngine, service: Address, dna: Hex): Promise<number> {
  const data = keccak256(`${dna}${toHex('name').slice(2)}`)
  const answer = (await open.publicClient.request({
    method: 'stylus_profile',
    params: [{ to: service, data }, 'latest'],
  } as never)) as { ink: number; ok: boolean }
  if (!answer.ok) throw new Error('the name service does not answer')
  return Math.ceil(answer.ink / INK_A_GAS)
}

async function deployBuild(open: OpenEngine, lab: Overlay): Promise<DeployedContract> {
  const { path } = await buildContract(workspace(), lab.manifest, lab.dir, 'plain')
  const { wasm, code } = await prepareProgram(new Uint8Array(readFileSync(path)), arbos)
  const address = await deployCode(open, code)
  const activation = await activate(open, address)
  return { address, abi: labAbi(lab.manifest, 'plain'), build: 'plain', wasm, code, activation }
}

if (import.meta.main) {
  const ws = workspace()
  const manifest = await loadManifest(ws, join(ws.labs, '09-mind-nft'))
  const dir = makeOverlay(ws, manifest, 'solution')
  const figures = await mindFigures({ manifest, dir })
  const file = join(ws.root, 'docs/data/lab9.json')
  writeFileSync(file, `${JSON.stringify({ environment: await environment(arbos), figures }, null, 2)}\n`)
  console.log('wrote docs/data/lab9.json')
}
