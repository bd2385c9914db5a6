import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import solc from 'solc'
import { getCreate2Address, type Hex, keccak256, zeroHash } from 'viem'
import { CREATE2_FACTORY } from '../../packages/devnode/src/predeploys/create2Factory.ts'

const folder = join(import.meta.dirname, '../../packages/devnode/src/predeploys')
const source = 'CacheManager.sol'

/** What this script writes; the devnode and `node:prepare` read it. */
export const generatedFile = join(folder, 'cacheManager.ts')

/** No metadata hash in the code: the same source gives the same bytes, whatever its path. */
const settings = {
  optimizer: { enabled: true, runs: 200 },
  evmVersion: 'cancun',
  metadata: { appendCBOR: false, bytecodeHash: 'none' },
  outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object', 'evm.deployedBytecode.object'] } },
}

type SolcEvm = Record<'bytecode' | 'deployedBytecode', { object: string }>

interface SolcOutput {
  errors?: { formattedMessage: string }[]
  contracts: { [file: string]: { CacheManager: { evm: SolcEvm } } }
}

/**
 * Compiles our cache manager and gives the text of `cacheManager.ts`. Warnings are errors.
 * @throws Error with solc's own words.
 */
export function compileCacheManager(): string {
  const content = readFileSync(join(folder, source), 'utf8').replaceAll('\r\n', '\n')
  const input = { language: 'Solidity', sources: { [source]: { content } }, settings }
  const output = JSON.parse(solc.compile(JSON.stringify(input), undefined)) as SolcOutput
  if (output.errors?.length) throw new Error(output.errors.map((e) => e.formattedMessage).join('\n'))
  const { evm } = output.contracts[source]!.CacheManager
  const initCode: Hex = `0x${evm.bytecode.object}`
  const address = getCreate2Address({
    from: CREATE2_FACTORY.address,
    salt: zeroHash,
    bytecodeHash: keccak256(initCode),
  }).toLowerCase()
  return `// Made from ${source} by \`node scripts/node-prepare/compile.ts\`. Don't edit.
//   solc            ${solc.version()}
//   sha256 source   ${sha256(content)}
//   sha256 settings ${sha256(JSON.stringify(settings))}
import type { Predeploy } from './predeploy.ts'

/** Our own cache manager for development chains: ${source} beside this file. */
export const CACHE_MANAGER: Predeploy = {
  name: 'CacheManager',
  address: '${address}',
  initCode:
    '${initCode}',
  runtimeCode:
    '0x${evm.deployedBytecode.object}',
}
`
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
