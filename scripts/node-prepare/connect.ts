import { setTimeout as sleep } from 'node:timers/promises'
import { http } from 'viem'
import { CHAIN_ID } from '../../packages/devnode/src/constants.ts'
import { PrepareError } from './errors.ts'
import { type Node, openNode, reason } from './node.ts'

const ARB_SYS = '0x0000000000000000000000000000000000000064'
/** arbOSVersion() */
const ARBOS_VERSION = '0x051038f2'
/** ArbSys reports 55 more than the version people speak of. */
const ARBOS_OFFSET = 55n

export interface Connected {
  node: Node
  arbos: bigint
}

/**
 * Connects and makes sure that this is a development chain: nothing is sent to any other.
 *
 * @param url http or https
 * @param waitSeconds how long a node that does not answer yet may take
 * @throws PrepareError, exit code 2 for a wrong URL, 3 for a wrong node
 */
export async function connect(url: string, waitSeconds = 0): Promise<Connected> {
  const name = withoutSecrets(url)
  const node = openNode(http(url, { timeout: 10_000, retryCount: 0 }))
  const chainId = await answered(node, name, Date.now() + waitSeconds * 1000)
  if (chainId !== CHAIN_ID)
    throw new PrepareError(
      3,
      `${name} is chain ${chainId}. node:prepare changes a development chain (${CHAIN_ID}) only: it signs with a published key.\nSet RPC_URL to a development node.`,
    )
  return { node, arbos: await arbosVersion(node, name) }
}

async function answered(node: Node, name: string, deadline: number): Promise<number> {
  for (;;) {
    try {
      return await node.client.getChainId()
    } catch (error) {
      if (Date.now() >= deadline)
        throw new PrepareError(
          3,
          `No JSON-RPC node answers at ${name} (${reason(error)}).\nStart one (npm run devnode, or the devcontainer's nitro) or correct RPC_URL.`,
          { cause: error },
        )
      await sleep(500)
    }
  }
}

async function arbosVersion(node: Node, name: string): Promise<bigint> {
  let cause: unknown
  try {
    const { data } = await node.client.call({ to: ARB_SYS, data: ARBOS_VERSION })
    if (data !== undefined) return BigInt(data) - ARBOS_OFFSET
  } catch (error) {
    cause = error
  }
  const why = cause === undefined ? 'no code at ArbSys' : reason(cause)
  throw new PrepareError(3, `${name} has chain id ${CHAIN_ID} but no ArbOS (${why}): not an Arbitrum node.`, {
    cause,
  })
}

/** For messages: no user, password or key in them. @throws PrepareError 2 for what is no http(s) URL. */
export function withoutSecrets(url: string): string {
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url))
    throw new PrepareError(2, 'RPC_URL must be an http:// or https:// address, such as http://127.0.0.1:8547')
  const { origin } = new URL(url)
  return origin
}
