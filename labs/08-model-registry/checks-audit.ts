/** Task 8.6: what a user has to be told, on made-up histories and on a real one. */
import { type Check, eachCase } from '@inkling/lab'
import { type Address, getAddress, zeroHash } from 'viem'
import { dataContracts } from './net-bytes.ts'
import { type Entry, look, type Noted, type Seen, says } from './registry.ts'
import { NOTICE, netOf, scene, smallNet, theNet, wait } from './scene.ts'

const WHERE = 'audit.ts'
const UPLOAD = 'upload.ts'

const OWNER: Address = '0x3f1Eae7D46d88F08fc2F8ed27FCb2AB183EB2d0E'
const OTHER: Address = '0x5e1497dd1f08c87b2d8fe23e9aab6c1de833d927'
const NOW = 1_800_000_000

export const finds: Check = {
  id: '8.6/findings',
  task: '8.6',
  name: 'finds what has changed since a version was pinned, and nothing else',
  async run(ctx) {
    const { findings } = await ctx.module(WHERE)
    const parts = dataContracts(smallNet(5), 20).map(({ address }) => address)
    const noted: Noted = { version: 2, parts, weightsHash: `0x${'11'.repeat(32)}`, owner: OWNER }
    const proposed = (version: number, activeFrom: number): Entry => ({
      event: 'VersionProposed',
      version,
      activeFrom,
    })
    const gone = (version: number): Entry => ({ event: 'VersionDeprecated', version, activeFrom: 0 })
    const past = [proposed(1, NOW - 9000), proposed(2, NOW - 5000)]
    const quiet: Seen = { parts, weightsHash: noted.weightsHash, owner: OWNER, history: past, now: NOW }
    const swapped = [parts[1]!, parts[0]!, ...parts.slice(2)]
    const cases: [string, Partial<Seen>, string[]][] = [
      ['nothing has changed', {}, []],
      ['the same addresses, cased otherwise', { parts: parts.map((part) => getAddress(part)) }, []],
      ['the owner’s address, cased otherwise', { owner: OWNER.toLowerCase() as Address }, []],
      ['a part is another, the hash is the same', { parts: [OTHER, ...parts.slice(1)] }, [says.otherWeights]],
      ['two parts have changed places', { parts: swapped }, [says.otherWeights]],
      ['a part more', { parts: [...parts, OTHER] }, [says.otherWeights]],
      ['a part less', { parts: parts.slice(1) }, [says.otherWeights]],
      ['the pinned version is deprecated', { history: [...past, gone(2)] }, [says.deprecated]],
      ['a version before is deprecated', { history: [...past, gone(1)] }, []],
      [
        'a version is proposed',
        { history: [...past, proposed(3, NOW + 500)] },
        [says.upcoming(3, NOW + 500)],
      ],
      ['one was proposed, and answers since this second', { history: [...past, proposed(3, NOW)] }, []],
      [
        'one was proposed and deprecated before it answered',
        { history: [...past, proposed(3, NOW + 500), gone(3)] },
        [],
      ],
      [
        'two proposals, one of them withdrawn',
        { history: [...past, proposed(3, NOW + 400), gone(3), proposed(4, NOW + 550)] },
        [says.upcoming(4, NOW + 550)],
      ],
      ['somebody else owns it', { owner: OTHER }, [says.otherOwner(OTHER)]],
      [
        'all of it at once',
        {
          owner: OTHER,
          parts: swapped,
          history: [...past, gone(2), proposed(3, NOW + 1), proposed(4, NOW + 2)],
        },
        [
          says.otherWeights,
          says.deprecated,
          says.upcoming(3, NOW + 1),
          says.upcoming(4, NOW + 2),
          says.otherOwner(OTHER),
        ],
      ],
    ]
    await eachCase(ctx, cases, async ([input, change, want], at) => {
      const got = findings(noted, { ...quiet, ...change })
      const sorted = Array.isArray(got) ? [...got].sort() : got
      ctx.expectEqual(sorted, [...want].sort(), { ...at, input, where: WHERE })
    })
  },
}

export const whole: Check = {
  id: '8.6/whole',
  task: '8.6',
  name: 'from two model files to a registry, and what a wallet finds there',
  async run(ctx) {
    const { upload } = await ctx.module(UPLOAD)
    const { findings } = await ctx.module(WHERE)
    const chain = { publicClient: ctx.publicClient, walletClient: ctx.walletClient }
    const { contract, says: tells, asks, register } = await scene(ctx)
    const [alice, bob] = ctx.accounts as [Address, Address]
    const [v1, v2] = [await theNet(ctx, 'v1'), await theNet(ctx, 'v2')]
    for (const net of [v1, v2]) await upload(chain, net.contracts)
    // Somebody else's model, whose events are none of ours.
    const foreign = netOf(smallNet(9))
    await upload(chain, foreign.contracts)
    ctx.expectEqual(await register(v1, alice), 'accepted', { input: 'version 1, uploaded and registered' })
    await register(foreign, bob)
    await tells('propose', [1, foreign.hash, zeroHash, foreign.parts], bob)
    const noted: Noted = { version: 1, parts: v1.parts, weightsHash: v1.hash, owner: alice }
    const expectFindings = async (when: string, want: string[]) => {
      const got = findings(noted, await look(chain, contract.address, 0n, 1))
      // The second is another in each run.
      const shown = (list: string[]) => list.map((words) => words.replace(/second \d+/, 'second T')).sort()
      ctx.expectEqual(shown(got), shown(want), { input: when, where: WHERE })
    }
    await expectFindings('right after the pin', [])
    await tells('propose', [0, v2.hash, zeroHash, v2.parts], alice)
    const [, , from] = (await asks('version', [0, 2])) as [unknown, unknown, bigint]
    await expectFindings('version 2 proposed', [says.upcoming(2, Number(from))])
    ctx.expectEqual(await asks('answering', [0, 0]), 1, { input: 'who asks for the newest still gets' })
    await tells('offerOwnership', [0, bob], alice)
    await tells('acceptOwnership', [0], bob)
    await expectFindings('the model has a new owner', [says.upcoming(2, Number(from)), says.otherOwner(bob)])
    await tells('deprecate', [0, 1], bob)
    if (!(await wait(ctx, NOTICE + 1))) return
    await expectFindings('version 2 answers, 1 is deprecated', [says.deprecated, says.otherOwner(bob)])
  },
}
