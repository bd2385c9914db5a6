/**
 * After `lab warm` nothing needs a network. Tried for real: lab 1 is changed, so that cargo has to compile it,
 * and checked in a network namespace that has no way out, not even to a name server.
 */
import { appendFileSync, cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { workspace } from '../src/workspace.ts'
import { canUnshare, spawnLab, unshared } from './spawn-lab.ts'
import { makeWorld } from './world.ts'

const clone = workspace()
const noNetwork = canUnshare('-rn')
const rust = await import('../../../scripts/toolchain/rust-toolchain.mjs')
  .then(({ rustToolchain }) => rustToolchain({ install: false }))
  .then(
    () => true,
    () => false,
  )

test.skipIf(!noNetwork || !rust)(
  'after warm a changed lab is built and graded without a network (needs unshare -rn and Rust)',
  { timeout: 900_000 },
  async () => {
    // A small clone with lab 1 alone; crates that were built once are taken from the real one.
    const ws = makeWorld()
    for (const part of ['labs', 'solutions'])
      cpSync(join(clone.root, part, '01-decision-tree'), join(ws.root, part, '01-decision-tree'), {
        recursive: true,
      })
    mkdirSync(join(clone.work, 'target'), { recursive: true })
    mkdirSync(ws.work, { recursive: true })
    symlinkSync(join(clone.work, 'target'), join(ws.work, 'target'))
    if (existsSync(join(clone.root, 'rust-crates')))
      symlinkSync(join(clone.root, 'rust-crates'), join(ws.root, 'rust-crates'))
    const log: string[] = []
    onTestFinished(({ task }) => {
      if (task.result?.state === 'fail') console.error(log.join('\n'))
    })

    // The fixture has no crates to fetch and would build the standard library anew: lab 1 is enough.
    rmSync(join(ws.labs, '07-fixture'), { recursive: true })
    const warm = await spawnLab(['warm'], ws)
    log.push(warm.out, warm.err)
    expect(warm.code).toBe(0)
    expect(warm.out).toContain('1 of 1 labs are warm')

    // No way out: a request has to fail, or the rest would prove nothing.
    const fetches = `"${process.execPath}" -e "fetch('https://index.crates.io').then(() => process.exit(0), () => process.exit(9))"`
    const inside = unshared('-rn', `if ${fetches} 2> /dev/null; then exit 9; fi`)
    const master = join(ws.solutions, '01-decision-tree', 'contract/core/src/lib.rs')
    appendFileSync(master, `\n// changed at ${Date.now()}\n`)
    const check = await spawnLab(['check', '1', '--solution'], { root: ws.root, inside })
    log.push(check.out, check.err)
    expect([check.code, check.out]).toEqual([0, expect.stringContaining('PASS  lab 1')])
    for (const argv of [['list'], ['hint', '1.2'], ['diff', '1'], ['doctor', '--class']])
      expect((await spawnLab(argv, { root: ws.root, inside })).code).toBe(0)
  },
)
