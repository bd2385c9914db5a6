import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Abi, Hex } from 'viem'

export interface SolidityContract {
  abi: Abi
  bytecode: Hex
}

interface Answer {
  errors?: { severity: string; formattedMessage: string }[]
  contracts?: Record<string, Record<string, { abi: Abi; evm: { bytecode: { object: string } } }>>
}

/**
 * Compiles the Solidity files of this folder with npm's solc; contracts by name.
 *
 * @throws Error with what solc says
 */
export function compileExamples(): Record<string, SolidityContract> {
  const solc = createRequire(import.meta.url)('solc') as { compile(input: string): string }
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.sol'))
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries(
      files.map((file) => [file, { content: readFileSync(new URL(file, import.meta.url), 'utf8') }]),
    ),
    settings: {
      evmVersion: 'cancun',
      optimizer: { enabled: true },
      outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
    },
  }
  const { errors, contracts } = JSON.parse(solc.compile(JSON.stringify(input))) as Answer
  const wrong = errors?.filter(({ severity }) => severity === 'error') ?? []
  if (wrong.length > 0) throw new Error(wrong.map((error) => error.formattedMessage).join('\n'))
  return Object.fromEntries(
    Object.values(contracts ?? {})
      .flatMap((file) => Object.entries(file))
      .map(([name, { abi, evm }]) => [name, { abi, bytecode: `0x${evm.bytecode.object}` }]),
  )
}
