/**
 * `npm run bench:kernels` measures the kernels of `rust-crates/kernels` on the embedded devnode and writes
 * docs/data/bench-kernels.json. With `-- --generate` it first writes what is generated in `rust-crates`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './bootstrap/paths.mjs'
import { startProgress } from './bootstrap/progress.mjs'
import { read } from './docs/outputs.ts'
import { benchKernels } from './kernels/bench.ts'
import { generatedFiles } from './kernels/generated-files.ts'

const { values } = parseArgs({ options: { generate: { type: 'boolean' } } })

if (values.generate) {
  for (const [file, text] of generatedFiles()) {
    if (read(file) === text) continue
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
    console.log(`wrote ${file}`)
  }
}

const progress = startProgress('Measuring the kernels of rust-crates')
try {
  const figures = await benchKernels(progress.detail)
  progress.end()
  writeFileSync(join(root, 'docs/data/bench-kernels.json'), `${JSON.stringify(figures, null, 2)}\n`)
  for (const { name, ink, gas, inkPerMac, callGasCached, codeBytes, idea } of [...figures.kernels])
    console.log(
      `${name}  ${ink.toLocaleString('en-US').padStart(9)} ink ${String(gas).padStart(4)} gas ${String(inkPerMac).padStart(5)} ink/MAC  call ${String(callGasCached).padStart(5)} gas cached  ${String(codeBytes).padStart(5)} bytes  ${idea}`,
    )
  for (const { name, ink, callGasCached, idea } of figures.trees)
    console.log(
      `${name.padEnd(14)} ${ink.toLocaleString('en-US').padStart(7)} ink  call ${callGasCached} gas cached  ${idea}`,
    )
  console.log('wrote docs/data/bench-kernels.json')
} catch (error) {
  progress.end()
  console.error((error as Error).message)
  process.exitCode = 1
}
