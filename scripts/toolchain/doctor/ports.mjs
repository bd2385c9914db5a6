import { connect } from 'node:net'

/**
 * @typedef {import('../types.mjs').Finding} Finding
 */

/** @param {number} port @returns {Promise<Finding>} */
export async function portFinding(port) {
  const name = `port ${port}`
  if (!(await isTaken(port))) return { name, status: 'ok', detail: `free: npm run devnode can listen there` }
  const chain = await chainIdAt(port)
  if (chain === 412346) {
    return {
      name,
      status: 'ok',
      detail: `a node with chain id 412346 answers; grade on it with RPC_URL=http://127.0.0.1:${port}`,
    }
  }
  return {
    name,
    status: 'warn',
    detail: chain === undefined ? 'taken by another program' : `taken by a node with chain id ${chain}`,
    remedy: `The labs don't need it. For npm run devnode stop that program, or choose another port: npm run devnode -- --port 9547`,
  }
}

/** @param {number} port @returns {Promise<boolean>} */
function isTaken(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 500 })
    /** @param {boolean} taken */
    const done = (taken) => {
      socket.destroy()
      resolve(taken)
    }
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
    socket.once('timeout', () => done(false))
  })
}

/** @param {number} port @returns {Promise<number | undefined>} */
async function chainIdAt(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[]}',
      signal: AbortSignal.timeout(1_000),
    })
    const { result } = /** @type {{ result?: string }} */ (await response.json())
    return Number(result) || undefined
  } catch {
    return undefined
  }
}
