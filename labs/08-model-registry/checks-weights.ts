/** Task 8.2: a net from its data contracts, and what can stand at their addresses instead. */
import { type Check, eachCase } from '@inkling/lab'
import { CREATE2_FACTORY, dataContract } from '@inkling/model/compile'
import { type Address, type Hex, keccak256, zeroHash } from 'viem'
import { CORE, type Net, netOf, put, scene, smallNet, theNet, unheardOf } from './scene.ts'

export const reads: Check = {
  id: '8.2/parts',
  task: '8.2',
  name: 'registers a net from its parts, however it is cut',
  async run(ctx) {
    const { contract, register, asks } = await scene(ctx)
    const small = smallNet(Math.floor(200 * ctx.rng()))
    const empty = dataContract(new Uint8Array())
    const whole = netOf(small)
    const padded = {
      ...whole,
      contracts: [empty, ...whole.contracts],
      parts: [empty.address, ...whole.parts],
    }
    const cases: [string, Net, Hex][] = [
      ['version 1, one part', await theNet(ctx, 'v1'), '0x00c4000a0f'],
      ['version 2, three parts', await theNet(ctx, 'v2'), '0x00c4000a0f'],
      ['a small net, one part', whole, '0x000200020f'],
      ['a small net, parts of 20 bytes', netOf(small, 20), '0x000200020f'],
      ['a small net, parts of 3 bytes', netOf(small, 3), '0x000200020f'],
      ['a small net, its first part without a byte', padded, '0x000200020f'],
    ]
    let id = -1
    await eachCase(ctx, cases, async ([input, net, schema], at) => {
      id++
      const opts = { ...at, input, where: CORE }
      await put(ctx, net.contracts)
      const got = await register(net)
      // The error alone doesn't say whose bytes have which hash.
      const words = got === 'WrongHash()' ? `${got}: not the net’s ${net.bytes.length} bytes` : got
      ctx.expectEqual(words, 'accepted', opts)
      ctx.expectEqual(await asks('schema', [id]), schema.padEnd(66, '0'), { ...opts, unit: 'schema' })
      const version = await ctx.call(contract, 'version', [id, 1])
      const [hash, , , , parts] = version.value as [Hex, Hex, bigint, boolean, Address[]]
      ctx.expectEqual(hash, net.hash, { ...opts, unit: 'hash' })
      ctx.expectEqual(parts.map((part) => part.toLowerCase()).join(), net.parts.join(), opts)
    })
  },
}

export const refuses: Check = {
  id: '8.2/refused',
  task: '8.2',
  name: 'refuses parts that are missing, are not data, or don’t have the hash',
  async run(ctx) {
    const { contract, says } = await scene(ctx)
    const net = netOf(smallNet(7), 20)
    await put(ctx, net.contracts)
    const nowhere = unheardOf(ctx).address
    const { hash, parts } = net
    const at = (index: number, instead: Address) => parts.map((part, i) => (i === index ? instead : part))
    const malformed = dataContract(net.bytes.subarray(0, -1))
    await put(ctx, [malformed])
    const cases: [string, Hex, Address[], string][] = [
      ['its first part not uploaded yet', hash, at(0, nowhere), 'MissingPart(0)'],
      [
        'its last part not uploaded yet',
        hash,
        at(parts.length - 1, nowhere),
        `MissingPart(${parts.length - 1})`,
      ],
      ['an account of a person as a part', hash, at(1, ctx.accounts[1]!), 'MissingPart(1)'],
      ['a program as a part', hash, at(1, contract.address), 'NotData(1)'],
      ['an EVM contract as a part', hash, at(2, CREATE2_FACTORY), 'NotData(2)'],
      ['a program, and a part that is missing after it', hash, [contract.address, nowhere], 'NotData(0)'],
      ['two parts in the wrong order', hash, [parts[1]!, parts[0]!, ...parts.slice(2)], 'WrongHash()'],
      ['a part too few', hash, parts.slice(0, -1), 'WrongHash()'],
      ['a part twice', hash, [...parts, parts[0]!], 'WrongHash()'],
      ['no part at all', hash, [], 'WrongHash()'],
      ['the hash of another net', keccak256(hash), parts, 'WrongHash()'],
      ['bytes that end too early', keccak256(net.bytes.subarray(0, -1)), [malformed.address], 'Malformed()'],
    ]
    await eachCase(ctx, cases, async ([input, claimed, addresses, want], point) => {
      ctx.expectEqual(await says('register', [claimed, zeroHash, addresses]), want, {
        ...point,
        input,
        where: CORE,
      })
    })
  },
}
