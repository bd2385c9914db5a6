/** A fault or a refusal of the devnode itself: never something a contract can cause and then observe. */
export class DevnodeError extends Error {
  override name = 'DevnodeError'
}

/** A contract asked for a host call that the devnode does not implement. Loud on purpose: guessing a result would falsify every figure after it. */
export class UnsupportedHostCallError extends DevnodeError {
  override name = 'UnsupportedHostCallError'
  readonly hostCall: string
  constructor(hostCall: string) {
    super(
      `The contract calls the host function vm_hooks.${hostCall}, which this devnode does not implement. ` +
        'Run the same contract on a nitro node (RPC_URL=http://127.0.0.1:8547), or report it as an issue.',
    )
    this.hostCall = hostCall
  }
}

/** The JavaScript engine's own stack ran out. A nitro node has a larger one, so the outcome would differ: no result is given. */
export class HostStackExhaustedError extends DevnodeError {
  override name = 'HostStackExhaustedError'
  constructor(where: string) {
    super(
      `The JavaScript stack ran out while ${where}. This is a limit of the devnode, not of the chain: ` +
        'start Node with a larger --stack-size, or run the contract on a nitro node.',
    )
  }
}

/** A saved chain that can't be used. `damaged`: it is not what was written; otherwise it belongs elsewhere. */
export class StateFileError extends DevnodeError {
  override name = 'StateFileError'
  readonly damaged: boolean
  constructor(why: string, damaged = true) {
    super(`The saved state can't be used: ${why}.`)
    this.damaged = damaged
  }
}

/** A program makes so many calls that running it again after each takes too long. A node would give a result: none is given here. */
export class ReplayTooLongError extends DevnodeError {
  override name = 'ReplayTooLongError'
  constructor(milliseconds: number) {
    super(
      `The contract calls other contracts so often that it did not end within ${milliseconds / 1000} s. This engine has no ` +
        'WebAssembly JSPI, without which the contract starts again after each call: use Node 24 or later, or Chrome 137 or later.',
    )
  }
}

/** JSON-RPC error as a client sees it: `code`, `message`, `data`. */
export class RpcError extends Error {
  override name = 'RpcError'
  readonly code: number
  readonly data: string | undefined
  constructor(code: number, message: string, data?: string) {
    super(message)
    this.code = code
    this.data = data
  }
}

export const invalidParams = (message: string) => new RpcError(-32602, message)
export const invalidRequest = (message: string) => new RpcError(-32600, message)
export const methodNotFound = (method: string) =>
  new RpcError(-32601, `the method ${method} does not exist/is not available`)
