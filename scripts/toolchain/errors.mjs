/** No way to build for wasm32 on this machine yet. Exit code 3: no judgement on anyone's code. */
export class ToolchainError extends Error {
  /**
   * @param {string} message what is missing
   * @param {string} remedy what to do, with the exact commands
   * @param {string[]} [tried] what was tried and how each try ended
   */
  constructor(message, remedy, tried = []) {
    super(message)
    this.name = 'ToolchainError'
    this.remedy = remedy
    this.tried = tried
    this.exitCode = 3
  }
}
