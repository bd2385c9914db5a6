import type { Abi, Hex } from 'viem'

interface Compiled {
  abi: Abi
  bytecode: Hex
}
interface Output {
  errors?: { severity: string; formattedMessage: string }[]
  contracts: Record<string, Record<string, { abi: Abi; evm: { bytecode: { object: string } } }>>
}

/** Compiles Solidity with the `solc` package. Contracts by name. */
export async function compileSolidity(source: string): Promise<Record<string, Compiled>> {
  const { default: solc } = (await import('solc' as string)) as {
    default: { compile(input: string): string }
  }
  const input = {
    language: 'Solidity',
    sources: { 'test.sol': { content: source } },
    settings: {
      evmVersion: 'cancun',
      optimizer: { enabled: true },
      outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
    },
  }
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as Output
  const errors = (output.errors ?? []).filter((e) => e.severity === 'error')
  if (errors.length > 0) throw new Error(errors.map((e) => e.formattedMessage).join('\n'))
  return Object.fromEntries(
    Object.entries(output.contracts['test.sol'] ?? {}).map(([name, { abi, evm }]) => [
      name,
      { abi, bytecode: `0x${evm.bytecode.object}` },
    ]),
  )
}
