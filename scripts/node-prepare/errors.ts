/** Ends `node:prepare`: 2 the command line or RPC_URL is wrong, 3 the node is not one that can be prepared. */
export class PrepareError extends Error {
  readonly exitCode: 2 | 3

  constructor(exitCode: 2 | 3, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PrepareError'
    this.exitCode = exitCode
  }
}
