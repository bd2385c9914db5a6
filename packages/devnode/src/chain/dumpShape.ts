/**
 * What a saved chain must look like. Its digest catches accidents; this catches a file that somebody wrote or edited
 * by hand and gave a digest, so that it can't break the devnode later.
 */
type Check = (value: unknown) => boolean

const hex = (digits: number): Check => {
  const pattern = new RegExp(`^[0-9a-f]{${digits}}$`)
  return (v) => typeof v === 'string' && pattern.test(v)
}
const [address, hash] = [hex(40), hex(64)]
const amount: Check = (v) => typeof v === 'bigint' && v >= 0n && v < 1n << 256n
const integer: Check = (v) => typeof v === 'bigint'
const whole: Check = (v) => typeof v === 'number' && Number.isSafeInteger(v) && v >= 0
const data: Check = (v) => v instanceof Uint8Array
const optional =
  (check: Check): Check =>
  (v) =>
    v === undefined || check(v)
const list =
  (check: Check): Check =>
  (v) =>
    Array.isArray(v) && v.every(check)
const isObject = (v: unknown): v is Record<string, unknown> =>
  typeof v === 'object' && v !== null && !Array.isArray(v)
const map =
  (key: Check, value: Check): Check =>
  (v) =>
    isObject(v) && Object.entries(v).every(([k, x]) => key(k) && value(x))
const record =
  (fields: Record<string, Check>): Check =>
  (v) =>
    isObject(v) && Object.entries(fields).every(([name, check]) => check(v[name]))

const log = record({ address, topics: list(hash), data })
const accessList = list(record({ address, storageKeys: list(hash) }))
const authorization = record({ chainId: amount, address, nonce: amount, authority: optional(address) })
const tx = record({
  hash,
  type: whole,
  from: address,
  to: optional(address),
  nonce: amount,
  value: amount,
  data,
  gasLimit: amount,
  maxFeePerGas: amount,
  maxPriorityFeePerGas: amount,
  chainId: optional(amount),
  accessList,
  authorizations: list(authorization),
  v: amount,
  r: amount,
  s: amount,
  raw: data,
  index: whole,
  success: (v) => typeof v === 'boolean',
  gasUsed: amount,
  cumulativeGasUsed: amount,
  effectiveGasPrice: amount,
  contractAddress: optional(address),
  logs: list(log),
  firstLog: whole,
})
const block = record({
  number: amount,
  hash,
  parentHash: hash,
  timestamp: amount,
  baseFee: amount,
  gasUsed: amount,
  internalTx: optional(hash),
  txs: list(tx),
})

const params = record({
  version: whole,
  inkPrice: (v) => whole(v) && v !== 0,
  maxStackDepth: whole,
  freePages: whole,
  pageGas: whole,
  pageRamp: whole,
  pageLimit: whole,
  minInitGas: whole,
  minCachedInitGas: whole,
  initCostScalar: whole,
  cachedCostScalar: whole,
  expiryDays: whole,
  keepaliveDays: whole,
  blockCacheSize: whole,
  maxWasmSize: whole,
  maxFragmentCount: whole,
  activationGas: amount,
})
const program = record({
  version: whole,
  init: whole,
  cached: whole,
  footprint: whole,
  activatedAt: whole,
  asmKb: whole,
  isCached: (v) => typeof v === 'boolean',
})
const single: Check = (v) => amount(v) || whole(v) || address(v)
const plain: Check = (v) => single(v) || list(address)(v) || map(() => true, single)(v)

/** Values by key: the parameters, programs, single values, sets of addresses, and the data pricer's pair. */
const arbosState: Check = (v) =>
  isObject(v) &&
  v.params !== undefined &&
  Object.entries(v).every(([key, value]) => {
    if (key === 'params') return params(value)
    return key.startsWith('program/') ? program(value) : plain(value)
  })

const BODY: Record<string, Check> = {
  chainId: whole,
  arbos: whole,
  timeOffset: integer,
  accounts: map(address, record({ nonce: amount, balance: amount, codeHash: hash })),
  codes: map(hash, data),
  storage: map(
    address,
    map(hash, (v) => v instanceof Uint8Array && v.length === 32),
  ),
  arbosState,
  blocks: (v) =>
    list(block)(v) &&
    (v as { number: bigint }[]).length > 0 &&
    (v as { number: bigint }[]).every((b, i) => b.number === BigInt(i)),
}

/** Name of the first field that is malformed; undefined where all is well. */
export function wrongField(body: unknown): string | undefined {
  if (!isObject(body)) return 'the body'
  return Object.entries(BODY).find(([name, check]) => !check(body[name]))?.[0]
}
