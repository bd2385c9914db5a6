/** `npm run format`: writes TypeScript, JSON and Rust in the project's style. */
import { runNode, runTool } from './test-steps/run-tool.ts'
import { findRust, labContracts, ownWorkspaces } from './test-steps/rust.ts'

const biome = await runNode('node_modules/@biomejs/biome/bin/biome', [
  'check',
  '--write',
  '--colors=off',
  '.',
])
console.log(biome.output.trim())
let failed = biome.code !== 0

// Masters under solutions/ are no Cargo packages; rustfmt formats their copies' sources only through labs/.
const crates = [...(await labContracts()), ...ownWorkspaces()]
const found = await findRust({ detail: () => {}, ci: false })
const fmt = 'rust' in found ? found.rust.native.fmt : undefined
if (!fmt)
  console.log('rustfmt is not installed here: Rust left as it is (npm run lab:doctor tells how to get it).')
for (const crate of crates) {
  if (!fmt) break
  const result = await runTool(fmt.cargo, ['fmt', '--all'], { cwd: crate.dir, env: fmt.env })
  if (result.code !== 0) console.log(`${crate.name}: ${result.output.trim()}`)
  failed ||= result.code !== 0
}
process.exitCode = failed ? 1 : 0
