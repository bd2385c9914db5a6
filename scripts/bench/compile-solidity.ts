import { createRequire } from 'node:module'
import type { Abi, Hex } from 'viem'

export interface SolidityContract {
  abi: Abi
  bytecode: Hex
}

interface SolcOutput {
  errors?: { severity: string; formattedMessage: string }[]
  contracts?: Record<string, Record<string, { abi: Abi; evm: { bytecode: { object: string } } }>>
}

/** What the twin is compiled with; stored beside its figures. */
export const solcSettings = {
  optimizer: { enabled: true, runs: 1_000_000 },
  viaIR: true,
  evmVersion: 'cancun',
}

/** Compiles one Solidity file with npm's solc (a pinned development dependency). */
export function compileSolidity(source: string): {
  version: string
  contracts: Record<string, SolidityContract>
} {
  const solc = createRequire(import.meta.url)('solc') as { version(): string; compile(input: string): string }
  const input = {
    language: 'Solidity',
    sources: { 'twin.sol': { content: source } },
    settings: { ...solcSettings, outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } } },
  }
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as SolcOutput
  const errors = output.errors?.filter((error) => error.severity === 'error') ?? []
  if (errors.length > 0) throw new Error(`solc: ${errors.map((error) => error.formattedMessage).join('\n')}`)
  const contracts = Object.entries(output.contracts?.['twin.sol'] ?? {}).map(([name, contract]) => [
    name,
    { abi: contract.abi, bytecode: `0x${contract.evm.bytecode.object}` as const },
  ])
  return {
    version: solc.version(),
    contracts: Object.fromEntries(contracts) as Record<string, SolidityContract>,
  }
}
