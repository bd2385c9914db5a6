import { enableProdMode, env, ready, setBackend } from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
// Registers the gradient of every operation, which tfjs-core by itself leaves out.
import '@tensorflow/tfjs-layers'
import { TrainingError } from './errors.ts'

/**
 * Where tensors are computed. `cpu` is plain JavaScript and gives the same bits on every V8 tried; `wasm` is
 * about twenty times faster on large matrices, deterministic too, and its bits differ from `cpu`'s.
 */
export type BackendName = 'cpu' | 'wasm'

/**
 * Selects the tfjs backend for what is trained next. Call it once before training; without it the first
 * training selects `cpu`.
 *
 * @param wasmFolder where the wasm backend's files are served from; in Node they are found in the package.
 * @throws TrainingError when the backend does not start.
 */
export async function useBackend(name: BackendName, wasmFolder?: string): Promise<void> {
  // tfjs greets everyone who runs it in Node, and checks each result for NaN; we check the loss instead.
  enableProdMode()
  if (name === 'wasm') {
    const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm')
    setWasmPaths(wasmFolder ?? wasmFiles())
    // One thread: the same sums in the same order on every machine.
    env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  }
  if (!(await setBackend(name)))
    throw new TrainingError(`backend '${name}' did not start. Use 'cpu', which needs nothing.`)
  await ready()
}

/** Folder of the wasm files inside the npm package, with a slash at the end. Node only. */
function wasmFiles(): string {
  const { fileURLToPath } = process.getBuiltinModule('node:url')
  return fileURLToPath(new URL('.', import.meta.resolve('@tensorflow/tfjs-backend-wasm')))
}
