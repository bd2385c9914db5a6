import { type Address, decodeFunctionResult, encodeFunctionData, type Hex, toHex } from 'viem'
import { type DryChain, dryChain, profileOf } from '../../../packages/cli/src/index.ts'
import { deployInitCode } from '../../../packages/lab/src/chain.ts'
import { compileModel } from '../../../packages/model/src/compile/index.ts'
import { type Model, packInput, predict, rng } from '../../../packages/model/src/index.ts'
import { compress } from '../../../packages/wasm/src/brotli.ts'
import { compileSolidity } from '../compile-solidity.ts'
import { syntheticNet } from '../inference/synthetic-net.ts'

/** Tokens, one after the other, in one transaction: each call of the net sees the answer of the one before. */
export interface StepsFigures {
  shape: string
  parameters: number
  /** Contracts with weights, the kernel, and the gas that putting all of it on the chain takes. */
  contracts: number
  deployGas: number
  deployTransactions: number
  /** Gas of a transaction with so many tokens whose last answer is stored, and of the same without storing. */
  steps: { steps: number; txGas: number; readOnlyGas: number }[]
  /** Of each token after the first. */
  gasPerStep: number
  /** Most tokens within the limit, run and compared like the others; one more fails. */
  most: { limit: number; steps: number; gas: number }
}

/** Gas of a transaction from ArbOS 50 on. */
const LIMIT = 32_000_000
const INPUTS = 784

const SOURCE = `// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

contract Steps {
    bytes32 public last;

    /// The answer of each step replaces one byte of the input of the next.
    function look(address net, bytes memory input, uint256 steps) public view returns (bytes memory answers) {
        answers = new bytes(steps);
        for (uint256 i = 0; i < steps; i++) {
            (bool ok, bytes memory answer) = net.staticcall(input);
            require(ok && answer.length == 1, "the net did not answer");
            answers[i] = answer[0];
            input[(i * 37) % input.length] = bytes1(uint8(answer[0]) * 25);
        }
    }

    function run(address net, bytes calldata input, uint256 steps) external {
        last = keccak256(look(net, input, steps));
    }
}`

/** The 1M-parameter net again and again, until the transaction is full. */
export async function benchSteps(detail: (text: string) => void): Promise<StepsFigures> {
  const model = syntheticNet(INPUTS, 1260)
  const chain = await dryChain()
  detail('1,000,000 parameters: deploying')
  const net = await deployNet(chain, model)
  const { Steps } = compileSolidity(SOURCE).contracts
  const { address: driver } = await chain.send(Steps!.bytecode)
  const random = rng(10)
  const input = Array.from({ length: INPUTS }, () => Math.floor(random() * 256))
  const packed = packInput(model, input)
  const call = (functionName: 'look' | 'run', steps: number) =>
    encodeFunctionData({ abi: Steps!.abi, functionName, args: [net.address, packed, BigInt(steps)] })
  const wanted: number[] = []
  const check = (answer: Hex, steps: number) => {
    while (wanted.length < steps) {
      const i = wanted.length
      const { label } = predict(model, input)
      wanted.push(label)
      input[(i * 37) % INPUTS] = label * 25
    }
    const got = decodeFunctionResult({ abi: Steps!.abi, functionName: 'look', data: answer }) as Hex
    if (got !== toHex(Uint8Array.from(wanted.slice(0, steps))))
      throw new Error(`${steps} tokens: ${got} is not what the reference says`)
  }
  const steps: StepsFigures['steps'] = []
  for (const count of [1, 2, 10]) {
    detail(`${count} tokens`)
    const read = await profileOf(chain.client, driver, call('look', count))
    check(read.returnData, count)
    const { gas } = await chain.send(call('run', count), driver)
    steps.push({ steps: count, txGas: gas, readOnlyGas: Number(read.gasUsed) })
  }
  const gasPerStep = Math.round((steps[2]!.readOnlyGas - steps[1]!.readOnlyGas) / 8)
  let count = Math.floor((LIMIT - steps[1]!.readOnlyGas) / gasPerStep) + 2
  detail(`${count} tokens`)
  let full = await profileOf(chain.client, driver, call('look', count))
  while (!full.ok) full = await profileOf(chain.client, driver, call('look', --count))
  check(full.returnData, count)
  const more = await profileOf(chain.client, driver, call('look', count + 1))
  if (more.ok) throw new Error(`${count + 1} tokens fit as well`)
  return {
    shape: `${INPUTS}-1260-10`,
    parameters: INPUTS * 1260 + 12_600,
    ...net.costs,
    steps,
    gasPerStep,
    most: { limit: LIMIT, steps: count, gas: Number(full.gasUsed) },
  }
}

/** Weights in contracts of their own, the kernel activated and cached. */
async function deployNet(chain: DryChain, model: Model) {
  const { plan, wasm } = compileModel(model, { build: 'label', placement: 'data-contracts' })
  let gas = 0
  for (const { deploy } of plan.dataContracts) gas += (await chain.send(deploy.data, deploy.to)).gas
  const kernel = await chain.send(deployInitCode(compress(wasm)))
  gas += kernel.gas
  gas += (await chain.activate(kernel.address)).gas
  await chain.cache(kernel.address)
  const contracts = plan.dataContracts.length + 1
  return {
    address: kernel.address as Address,
    costs: { contracts, deployGas: gas, deployTransactions: contracts + 1 },
  }
}
