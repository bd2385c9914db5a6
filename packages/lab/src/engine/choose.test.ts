import { describe, expect, it } from 'vitest'
import { EnvironmentError } from '../errors.ts'
import { chooseEngine } from './choose.ts'
import { openEngine } from './open.ts'

const DEAD = 'http://127.0.0.1:9'

describe('chooseEngine', () => {
  it('is the embedded devnode unless told otherwise', () => {
    expect(chooseEngine(undefined, {})).toEqual({ kind: 'embedded' })
    expect(chooseEngine(undefined, { RPC_URL: '' })).toEqual({ kind: 'embedded' })
    expect(chooseEngine('embedded', { RPC_URL: DEAD })).toEqual({ kind: 'embedded' })
    expect(chooseEngine('rpc', {})).toEqual({ kind: 'rpc', url: 'http://127.0.0.1:8547' })
  })

  it('may fall back only where the environment says so, never from --engine rpc', () => {
    const env = { RPC_URL: DEAD, LAB_ENGINE_FALLBACK: 'embedded' }
    expect(chooseEngine(undefined, env)).toEqual({ kind: 'rpc', url: DEAD, orEmbedded: true })
    expect(chooseEngine(undefined, { RPC_URL: DEAD })).toEqual({ kind: 'rpc', url: DEAD })
    expect(chooseEngine('rpc', env)).toEqual({ kind: 'rpc', url: DEAD })
  })
})

describe('openEngine on a node that does not answer', () => {
  it('is not ready', async () => {
    await expect(openEngine({ kind: 'rpc', url: DEAD })).rejects.toBeInstanceOf(EnvironmentError)
  })

  it('grades on the embedded devnode where that is allowed, and says why', async () => {
    const { engine } = await openEngine({ kind: 'rpc', url: DEAD, orEmbedded: true })
    expect(engine.kind).toBe('embedded')
    expect(engine.fallback).toMatch(/no node answers at http:\/\/127\.0\.0\.1:9.*embedded devnode instead/)
  })
})
