import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type CargoProgress, cargoBuild } from './cargo.ts'

/** Node plays cargo: its first argument, `rustc`, is then a script in the folder it is started in. */
async function build(script: string, options: { cargo?: string; signal?: AbortSignal } = {}) {
  const contract = mkdtempSync(join(tmpdir(), 'cargo-'))
  onTestFinished(() => rmSync(contract, { recursive: true, force: true }))
  writeFileSync(join(contract, 'out.wasm'), 'wasm')
  writeFileSync(
    join(contract, 'rustc'),
    `const say = (m) => console.log(JSON.stringify(m))
     const diagnostic = (level, rendered) => say({ reason: 'compiler-message', message: { level, rendered, message: rendered } })
     const artefact = () => say({ reason: 'compiler-artifact', filenames: [require('node:path').resolve('out.wasm')] })
     ${script}`,
  )
  const progress: CargoProgress[] = []
  const result = cargoBuild({
    contract,
    package: 'lab01',
    features: ['steps'],
    targetDir: join(contract, 'target'),
    toolchain: {
      road: 'test',
      rustc: 'rustc 1',
      id: 'test',
      cargo: options.cargo ?? process.execPath,
      env: {},
      extraArgs: [],
    },
    shownContract: 'labs/01-x/contract',
    onProgress: (state) => progress.push(state),
    signal: options.signal,
  })
  return { result: await result, progress }
}

test('a build: artefact, warnings, progress, and the arguments cargo gets', async () => {
  const { result, progress } = await build(`
    process.stderr.write('   Compiling serde v1\\n')
    process.stderr.write('    Building [=====>     ] 34/123: alloy, ruint\\r')
    diagnostic('warning', 'warning: unused\\n  --> core/src/lib.rs:3:5\\n')
    diagnostic('warning', 'warning: 1 warning emitted')
    if (!process.argv.join(' ').includes('--lib --release --target wasm32-unknown-unknown -p lab01 --message-format json --crate-type cdylib --features steps')) process.exit(9)
    artefact()`)
  expect(result.wasm).toMatch(/out\.wasm$/)
  expect(result.warnings).toEqual(['warning: unused\n  --> labs/01-x/contract/core/src/lib.rs:3:5'])
  expect(progress).toContainEqual({ done: 34, total: 123, crate: 'alloy' })
})

test("compile errors: rustc's own text, the first one, and how many follow", async () => {
  const first =
    'error[E0308]: mismatched types\n  --> core/src/lib.rs:7:9\n   |\n7  |     5u8\n   |     ^^^ expected `u32`\n'
  const failing = build(`
    diagnostic('error', ${JSON.stringify(first)})
    diagnostic('error', 'error: second')
    diagnostic('error', 'error: third')
    diagnostic('error', 'error: aborting due to 3 previous errors')
    process.exitCode = 101`)
  await expect(failing).rejects.toMatchObject({
    kind: 'submission',
    message: 'the contract does not compile',
    details: `${first.trimEnd().replace('core/', 'labs/01-x/contract/core/')}\n\n(2 more errors after this one)`,
  })
})

test("a broken manifest: cargo's own text without its progress lines", async () => {
  const failing = build(`
    process.stderr.write('    Updating crates.io index\\nerror: failed to parse manifest at Cargo.toml\\n')
    process.exitCode = 101`)
  await expect(failing).rejects.toMatchObject({
    kind: 'submission',
    details: 'error: failed to parse manifest at Cargo.toml',
  })
})

test.each([
  [
    'no network',
    'error: failed to download from `https://index.crates.io/config.json`\\nCaused by: Could not resolve host: index.crates.io',
  ],
  ['no standard library', "error[E0463]: can't find crate for `core`"],
  ['no linker', 'error: linker `wasm-ld-19` not found'],
  ['a disk that is full', 'error: failed to write target/x: No space left on device (os error 28)'],
])("%s is the machine's fault, not the learner's", async (_, text) => {
  await expect(
    build(`process.stderr.write(${JSON.stringify(text)}); process.exitCode = 101`),
  ).rejects.toMatchObject({ kind: 'environment' })
})

test('no cargo at all', async () => {
  await expect(build('', { cargo: '/nowhere/cargo' })).rejects.toMatchObject({
    kind: 'environment',
    message: expect.stringContaining('cargo did not start'),
  })
})

test('a build without a wasm file names the manifest', async () => {
  await expect(build('')).rejects.toMatchObject({
    kind: 'submission',
    remedy: expect.stringContaining('cdylib'),
  })
})

test('an abort ends cargo', async () => {
  const controller = new AbortController()
  setTimeout(() => controller.abort(), 300)
  await expect(build('setInterval(() => {}, 1000)', { signal: controller.signal })).rejects.toMatchObject({
    kind: 'interrupted',
  })
})
