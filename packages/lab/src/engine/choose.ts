export interface EngineChoice {
  kind: 'embedded' | 'rpc'
  url?: string
  /** Grade on the embedded devnode where the node is not healthy: set where RPC_URL is not the person's own choice. */
  orEmbedded?: boolean
}

/** `--engine` wins over `RPC_URL`, which wins over the embedded devnode. `--engine rpc` alone means port 8547. */
export function chooseEngine(
  flag: 'embedded' | 'rpc' | undefined,
  env: NodeJS.ProcessEnv = process.env,
): EngineChoice {
  const url = env.RPC_URL
  if (flag === 'embedded') return { kind: 'embedded' }
  if (flag === 'rpc')
    return { kind: 'rpc', url: url === undefined || url === '' ? 'http://127.0.0.1:8547' : url }
  if (url === undefined || url === '') return { kind: 'embedded' }
  // the devcontainer sets both; whoever types RPC_URL means that node and no other
  return env.LAB_ENGINE_FALLBACK === 'embedded'
    ? { kind: 'rpc', url, orEmbedded: true }
    : { kind: 'rpc', url }
}
