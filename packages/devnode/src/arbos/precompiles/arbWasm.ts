import { StylusRuleError, WasmFormatError } from '@inkling/wasm'
import { bytesToHex, concatBytes, hexToBytes } from '../../bytes.ts'
import { ARBOS_ADDRESSES } from '../../constants.ts'
import type { Program } from '../../stylus/program.ts'
import { dataFeeOf } from '../dataPricer.ts'
import { stylusParams } from '../params.ts'
import {
  cachedGas,
  hoursSinceStart,
  initGas,
  type ProgramRecord,
  programAge,
  programRecord,
  programStatus,
  setProgramRecord,
} from '../programs.ts'
import { readProgramWasm } from './programCode.ts'
import {
  addressWord,
  BurnAll,
  type Method,
  type MethodCall,
  NOTHING,
  type Precompile,
  PrecompileRevert,
  READ,
  solidityError,
  WRITE,
  word,
  words,
} from './types.ts'

const ERRORS = {
  ProgramNotWasm: '27f38212',
  ProgramNotActivated: '6f809c4e',
  ProgramNeedsUpgrade: '637d968f',
  ProgramExpired: 'c9b12e52',
  ProgramUpToDate: 'cc944bf2',
  ProgramKeepaliveTooSoon: '16bd0cf8',
  ProgramInsufficientValue: '09781ab7',
} as const

export function wasmError(name: keyof typeof ERRORS, ...values: (bigint | number)[]): PrecompileRevert {
  return new PrecompileRevert(solidityError(ERRORS[name], ...values), `error ${name}(${values.join(', ')})`)
}

const ACTIVATED = hexToBytes('c0e812780707128d9a180db8ee4d1c1f1300b6dd0626d577b5d9ac759b76253c')
const LIFETIME_EXTENDED = hexToBytes('03802ba32e3bd489d2ab04abb93d10687e0b6883bcb091206ca75172d248f2ec')
const PARAMS_READ = 100n
/** Fixed part of an activation, gas. */
const ACTIVATION_FIXED = 1_659_168n
/** Gas of an event; `topics` counts its signature. */
const event = (topics: number, bytes: number): bigint => 375n + 375n * BigInt(topics) + 8n * BigInt(bytes)

const params = (c: MethodCall) => {
  c.burn(PARAMS_READ)
  return stylusParams(c.state)
}
const now = (c: MethodCall) => c.evm.context.block.timestamp

const view = (name: string, read: (c: MethodCall) => Uint8Array, args = 0, since = 0): Method => ({
  name,
  args,
  kind: 'view',
  since,
  run: read,
})
const param = (
  name: string,
  of: (p: ReturnType<typeof stylusParams>) => bigint | number,
  since = 0,
): Method => view(name, (c) => word(of(params(c))), 0, since)

/** The record of a program that could be called now; otherwise the error that says why not. */
function activeProgram(c: MethodCall, codeHash: string): ProgramRecord {
  const p = params(c)
  c.burn(READ)
  const status = programStatus(c.state, codeHash, p, now(c))
  if (status.ok) return status.program
  if (status.error === 'ProgramExpired') throw wasmError('ProgramExpired', status.age)
  if (status.error === 'ProgramNeedsUpgrade')
    throw wasmError('ProgramNeedsUpgrade', status.version, status.wanted)
  throw wasmError('ProgramNotActivated')
}

function codeHashOf(c: MethodCall, address: string): string {
  c.burn(2600n)
  return c.state.account(address)?.codeHash ?? '0'.repeat(64)
}

async function activateProgram(c: MethodCall): Promise<Uint8Array> {
  const { evm, state } = c
  const address = c.address(0)
  const p0 = stylusParams(state)
  if (evm.profile.activationGas) {
    c.burn(READ)
    c.burn(p0.activationGas)
  }
  c.burn(ACTIVATION_FIXED)
  const code = state.code(address)
  const codeHash = state.account(address)?.codeHash ?? '0'.repeat(64)
  const p = params(c)
  c.burn(READ)
  const old = programRecord(state, codeHash)
  const expired = old !== undefined && programAge(old, now(c)) > BigInt(p.expiryDays) * 86_400n
  if (old && old.version === p.version && !expired) throw wasmError('ProgramUpToDate')

  const wasm = await readProgramWasm(c, code, p)
  const program = buildOrBurn(c, wasm)
  const compile = BigInt(program.report.compileGas)
  if (c.gasLeft() < compile) throw new BurnAll('program activation failed: out of gas')
  c.burn(compile)
  if (old?.isCached) c.burn(READ)
  c.burn(WRITE) // module hash
  const { estimate, initialPages } = program.report
  const fee = payDataFee(c, estimate.asm)
  setProgramRecord(state, codeHash, {
    version: p.version,
    init: estimate.init,
    cached: estimate.cached,
    footprint: initialPages,
    activatedAt: hoursSinceStart(now(c)),
    asmKb: estimate.asmKb,
    isCached: old?.isCached ?? false,
  })
  evm.rememberProgram(codeHash, program)
  c.burn(event(2, 128))
  // the module hash commits to the WAVM module; the devnode does not build one (docs/reference/devnode.md)
  c.log(
    [ACTIVATED, hexToBytes(codeHash)],
    concatBytes(hexToBytes(codeHash), addressWord(address), words(fee, p.version)),
  )
  return words(p.version, fee)
}

/** Pricer, the program's entry, the value check, and then the fee moves. */
function payDataFee(c: MethodCall, asm: number): bigint {
  const fee = dataFeeOf(c, asm)
  c.burn(WRITE)
  if (c.value < fee) throw wasmError('ProgramInsufficientValue', c.value, fee)
  c.burn(READ)
  moveFee(c, fee)
  return fee
}

function moveFee(c: MethodCall, fee: bigint): void {
  const network = (c.state.arbos.get('networkFeeAccount') as string | undefined) ?? '0'.repeat(40)
  c.state.addBalance(c.self, -c.value)
  c.state.addBalance(network, fee)
  c.state.addBalance(c.caller, c.value - fee)
}

function buildOrBurn(c: MethodCall, wasm: Uint8Array): Program {
  try {
    return c.evm.buildProgram(wasm)
  } catch (e) {
    if (e instanceof StylusRuleError || e instanceof WasmFormatError)
      throw new BurnAll(`program activation failed: ${e.message}`)
    throw e
  }
}

function codehashKeepalive(c: MethodCall): Uint8Array {
  const codeHash = c.input.subarray(4, 36)
  const hex = bytesToHex(codeHash)
  const program = activeProgram(c, hex)
  const p = stylusParams(c.state)
  const age = programAge(program, now(c))
  if (age < BigInt(p.keepaliveDays) * 86_400n) throw wasmError('ProgramKeepaliveTooSoon', age)
  const fee = dataFeeOf(c, program.asmKb * 1024)
  if (c.value < fee) throw wasmError('ProgramInsufficientValue', c.value, fee)
  c.burn(READ)
  c.burn(WRITE)
  setProgramRecord(c.state, hex, { ...program, activatedAt: hoursSinceStart(now(c)) })
  moveFee(c, fee)
  c.burn(event(2, 32))
  c.log([LIFETIME_EXTENDED, codeHash.slice()], word(fee))
  return NOTHING
}

const hexArg = (c: MethodCall) => bytesToHex(c.word(0))

export const ArbWasm: Precompile = {
  address: ARBOS_ADDRESSES.ArbWasm,
  methods: {
    '58c780c2': { name: 'activateProgram', args: 1, kind: 'payable', run: activateProgram },
    c689bad5: { name: 'codehashKeepalive', args: 1, kind: 'payable', run: codehashKeepalive },
    a996e0c2: param('stylusVersion', (p) => p.version),
    d1c17abc: param('inkPrice', (p) => p.inkPrice),
    '8ccfaa70': param('maxStackDepth', (p) => p.maxStackDepth),
    '4490c19d': param('freePages', (p) => p.freePages),
    '7af4ba49': param('pageGas', (p) => p.pageGas),
    '11c82ae8': param('pageRamp', (p) => p.pageRamp),
    '9786f96e': param('pageLimit', (p) => p.pageLimit),
    '99d0b38d': view('minInitGas', (c) => {
      const p = params(c)
      return words(p.minInitGas * 128, p.minCachedInitGas * 32)
    }),
    '5fc94c0b': param('initCostScalar', (p) => p.initCostScalar * 2),
    '309f6555': param('expiryDays', (p) => p.expiryDays),
    '0a936455': param('keepaliveDays', (p) => p.keepaliveDays),
    '7af6e819': param('blockCacheSize', (p) => p.blockCacheSize),
    '2278c278': view('activationGas', (c) => word(params(c).activationGas), 0, 59),
    d70c0ca7: view('codehashVersion', (c) => word(activeProgram(c, hexArg(c)).version), 1),
    '4089267f': view('codehashAsmSize', (c) => word(activeProgram(c, hexArg(c)).asmKb * 1024), 1),
    cc8f4e88: view('programVersion', (c) => word(activeProgram(c, codeHashOf(c, c.address(0))).version), 1),
    '62b688aa': view(
      'programInitGas',
      (c) => {
        const program = activeProgram(c, codeHashOf(c, c.address(0)))
        const p = stylusParams(c.state)
        const cached = cachedGas(program, p)
        const init = initGas(program, p)
        return words(program.version >= 2 ? init + cached : init, cached)
      },
      1,
    ),
    aef36be3: view(
      'programMemoryFootprint',
      (c) => word(activeProgram(c, codeHashOf(c, c.address(0))).footprint),
      1,
    ),
    c775a62a: view(
      'programTimeLeft',
      (c) => {
        const program = activeProgram(c, codeHashOf(c, c.address(0)))
        return word(BigInt(stylusParams(c.state).expiryDays) * 86_400n - programAge(program, now(c)))
      },
      1,
    ),
  },
}
