/** What puts a program on a chain and measures calls of it, for other tools too: `@inkling/lab/chain`. */
export { CODE_LIMIT, type Program, prepareProgram } from './build/program.ts'
export { CALL_GAS, nodeFailure } from './engine/call.ts'
export { ARB_WASM, activate, arbWasmAbi, deployCode, deployInitCode } from './engine/deploy.ts'
export { type OpenEngine, openEmbeddedOn, openEngine } from './engine/open.ts'
export { type ProbeResult, probeCallGas, probeInitCode, readProbe } from './engine/probe.ts'
export { EnvironmentError, LabError, SubmissionError } from './errors.ts'
