import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { root } from '../bootstrap/paths.mjs'
import { ToolchainError } from './errors.mjs'
import { fakeMachine } from './fake-machine.ts'
import { rustToolchain } from './rust-toolchain.mjs'

let fake: ReturnType<typeof fakeMachine>
beforeEach(() => {
  fake = fakeMachine()
})
afterEach(() => fake.remove())

const find = (options: Parameters<typeof rustToolchain>[0] = {}) =>
  rustToolchain({
    machine: fake.machine,
    cacheDir: join(fake.dir, 'tools'),
    say: () => {},
    ask: null,
    ...options,
  })

const failure = async (options: Parameters<typeof rustToolchain>[0] = {}) => {
  const error = await find(options).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ToolchainError)
  return error as ToolchainError
}

const log = () => (existsSync(fake.log) ? readFileSync(fake.log, 'utf8') : '')

// The machines are made of shell scripts.
describe.skipIf(process.platform === 'win32')('the road to wasm32', () => {
  test('is rustup where it has the pinned toolchain and the target, also when Debian has one', async () => {
    fake.cc()
    fake.toolchain('1.96.0', { target: true, lints: true })
    fake.debian('1.96.0')
    const found = await find()
    expect(found).toMatchObject({ road: 'rustup', version: '1.96.0', extraArgs: [] })
    expect(found.env.RUSTUP_TOOLCHAIN).toBe('1.96.0-x86_64-fake')
    const registry = join(fake.machine.env.HOME!, '.cargo', 'registry', 'src')
    expect(found.env.CARGO_ENCODED_RUSTFLAGS?.split('\x1f')).toEqual([
      '-C',
      'link-arg=-zstack-size=32768',
      `--remap-path-prefix=${registry}=/cargo`,
      `--remap-path-prefix=${join(root, 'rust-crates')}=rust-crates`,
    ])
    expect(found.env.PATH?.startsWith(join(found.cargo, '..'))).toBe(true)
  })

  test('is Debian where rustup has no such target, and nothing is downloaded then', async () => {
    fake.cc()
    fake.program('rustup', `echo called >> ${fake.log}; exit 1`)
    fake.toolchain('1.95.0', { lints: true })
    fake.toolchain('1.96.0')
    fake.debian('1.96.0')
    const found = await find()
    expect(found).toMatchObject({ road: 'debian', extraArgs: ['-Z', 'build-std=std,panic_abort'] })
    expect(found.env.RUSTC_BOOTSTRAP).toBe('1')
    expect(log()).toBe('')
    // Debian's lints are not installed: those of an installed toolchain serve.
    expect(found.native.test?.from).toBe('Debian packages')
    expect(found.native.fmt?.from).toBe('rustup 1.95.0')
    expect(found.native.clippy?.env.RUSTUP_TOOLCHAIN).toBe('1.95.0-x86_64-fake')
  })

  test.each([
    ['sources', /rust-web-src/],
    ['linker', /lld-19/],
  ] as const)('is not Debian without its %s', async (what, told) => {
    fake.debian('1.96.0', what)
    const error = await failure({ install: false })
    expect(error.tried.join('\n')).toMatch(told)
    expect(error.exitCode).toBe(3)
  })

  test('is not a compiler that is too old for the SDK', async () => {
    fake.debian('1.85.0')
    expect((await failure({ install: false })).tried.join('\n')).toMatch(/1\.85\.0, older than 1\.91\.0/)
  })

  test('is not a rustup toolchain whose trial build fails', async () => {
    fake.cc()
    const at = fake.toolchain('1.96.0', { target: true })
    fake.program('broken', 'exit 0')
    const script =
      'case "$1" in --version) echo "rustc 1.96.0 (fake)"; exit 0;; esac\necho "error: no such target" >&2\nexit 1'
    const { chmodSync, writeFileSync } = await import('node:fs')
    writeFileSync(join(at, 'bin/rustc'), `#!/bin/sh\n${script}\n`)
    chmodSync(join(at, 'bin/rustc'), 0o755)
    expect((await failure({ install: false })).tried.join('\n')).toMatch(
      /does not build for wasm32-unknown-unknown: error: no such target/,
    )
  })

  test('can be limited', async () => {
    fake.debian('1.96.0')
    fake.machine.env.LAB_RUST_ROADS = 'rustup'
    expect((await failure({ install: false })).message).toContain('LAB_RUST_ROADS=rustup')
  })
})

describe.skipIf(process.platform === 'win32')('installing', () => {
  test('asks rustup first', async () => {
    fake.cc()
    // Like the real one, as far as the files go.
    const at = fake.toolchain('1.96.0', { target: true, lints: true })
    rmSync(at, { recursive: true })
    const made = fakeMachine()
    const source = made.toolchain('1.96.0', { target: true, lints: true })
    fake.program(
      'rustup',
      `echo "$@" >> ${fake.log}\necho "info: downloading 4 components" >&2\n/bin/mkdir -p ${join(at, '..')}\n/bin/cp -r ${source} ${at}`,
    )
    const found = await find()
    made.remove()
    expect(found.road).toBe('rustup')
    expect(log()).toMatch(/toolchain install 1\.96\.0 .*--target wasm32-unknown-unknown/)
  })

  test('a rustup that can not reach its server is not waited for twice', async () => {
    fake.program('rustup', `echo called >> ${fake.log}; echo "error: could not download file" >&2; exit 1`)
    const first = await failure()
    expect(first.tried.join('\n')).toContain('could not download file')
    const second = await failure()
    expect(second.tried.join('\n')).toMatch(/a few minutes ago/)
    expect(log()).toBe('called\n')
    expect(first.remedy).toContain('rustup toolchain install 1.96.0')
  })

  const apt = (offers: string) => {
    fake.program('apt-cache', `echo "rustc-web:\n  Candidate: ${offers}"`)
    fake.program('apt-get', `echo "$@" >> ${fake.log}`)
  }

  test("Debian's packages go in unasked for root without a terminal", async () => {
    apt('1.96.0+dfsg1-1~deb12u2')
    const error = await failure()
    expect(log()).toMatch(/install -y --no-install-recommends rustc-web cargo-web rust-web-src lld-19/)
    // The fake leaves nothing behind, and that is told rather than believed.
    expect(error.tried.join('\n')).toMatch(/debian, after installing: no .*rustc/)
  })

  test('lists are refreshed before "there is no such package" is believed', async () => {
    apt('(none)')
    const error = await failure()
    expect(log()).toMatch(/update/)
    expect(log()).not.toMatch(/install -y/)
    expect(error.tried.join('\n')).toMatch(/no rustc-web of 1\.91\.0 or newer/)
  })

  test('without root and without anyone to ask, nothing is installed and the exact command is told', async () => {
    apt('1.96.0')
    fake.machine.root = false
    const error = await failure()
    expect(log()).toBe('')
    expect(error.remedy).toContain(
      "sudo sh -c 'apt-get update && apt-get install -y rustc-web cargo-web rust-web-src lld-19'",
    )
    expect(error.exitCode).toBe(3)
  })

  test('a person is asked, and a no is respected', async () => {
    apt('1.96.0')
    const questions: string[] = []
    const ask = async (question: string) => {
      questions.push(question)
      return false
    }
    const error = await failure({ ask })
    expect(questions).toHaveLength(1)
    expect(questions[0]).toContain('rustc-web cargo-web rust-web-src lld-19')
    expect(log()).toBe('')
    expect(error.tried.join('\n')).toContain('you said no')
  })

  test('nothing is ever installed with install: false', async () => {
    apt('1.96.0')
    fake.program('rustup', `echo called >> ${fake.log}`)
    await failure({ install: false })
    expect(log()).toBe('')
  })
})

describe.skipIf(process.platform === 'win32')('the remembered answer', () => {
  test('takes no program to read back, and is dropped when the compiler goes', async () => {
    fake.debian('1.96.0')
    const first = await find()
    // A rustc that would hang shows that it isn't called.
    const started = performance.now()
    expect(await find()).toEqual(first)
    expect(performance.now() - started).toBeLessThan(20)
    rmSync(join(fake.machine.prefix, 'usr/bin/wasm-ld-19'))
    expect((await failure({ install: false })).tried.join('\n')).toContain('wasm-ld-19')
  })

  test('follows the PATH of the day, not that of the day it was found', async () => {
    fake.debian('1.96.0')
    await find()
    const machine = { ...fake.machine, env: { ...fake.machine.env, PATH: '/another' } }
    expect((await find({ machine })).env.PATH).toBe(`${join(fake.machine.prefix, 'usr/bin')}:/another`)
  })

  test('gives way when rustup gets the pinned toolchain', async () => {
    fake.cc()
    fake.debian('1.96.0')
    fake.toolchain('1.95.0')
    expect((await find()).road).toBe('debian')
    fake.toolchain('1.96.0', { target: true })
    expect((await find()).road).toBe('rustup')
  })
})
