import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { slowMount } from './doctor/clone.mjs'
import { portFinding } from './doctor/ports.mjs'
import { doctor } from './doctor.mjs'
import { fakeMachine } from './fake-machine.ts'

let fake: ReturnType<typeof fakeMachine>
beforeEach(() => {
  fake = fakeMachine()
})
afterEach(() => fake.remove())

describe.skipIf(process.platform === 'win32')('doctor', () => {
  const look = () => doctor({ machine: fake.machine, cacheDir: join(fake.dir, 'tools') })

  test('names the road, and gives a remedy with everything that is not well', async () => {
    fake.debian('1.96.0')
    const findings = await look()
    expect(findings.find((finding) => finding.name === 'rust for wasm32')).toMatchObject({
      status: 'ok',
      version: '1.96.0',
    })
    for (const finding of findings)
      if (finding.status !== 'ok') expect(finding.remedy, finding.name).toBeTruthy()
    expect(findings.find((finding) => finding.name === 'rust natively')?.detail).toContain('rustfmt, clippy')
  })

  test('on a bare machine Rust is missing and nothing else stops', async () => {
    const findings = await look()
    expect(findings.find((finding) => finding.name === 'rust for wasm32')).toMatchObject({
      status: 'missing',
    })
    expect(findings.find((finding) => finding.name === 'rustup')).toMatchObject({ status: 'warn' })
  })
})

test('a port taken by something that is no node is told, with a way round', async () => {
  const server = createServer((socket) => socket.end('not http\n', () => socket.destroy()))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  expect(await portFinding(port)).toMatchObject({ status: 'warn', detail: 'taken by another program' })
  await new Promise((done) => server.close(done))
  expect(await portFinding(port)).toMatchObject({ status: 'ok' })
})

describe('a folder shared with another system', () => {
  const mounts = [
    '/dev/sda / ext4 rw 0 0',
    'C:\\134 /mnt/c 9p rw 0 0',
    'grpcfuse /workspaces fuse.grpcfuse rw 0 0',
  ].join('\n')

  test.each([
    ['/home/a/inkling', undefined],
    ['/mnt/c/Users/a/inkling', '9p'],
    ['/mnt/cc/inkling', undefined],
    ['/workspaces/inkling', 'fuse.grpcfuse'],
  ])('%s: %s', (folder, kind) => {
    expect(slowMount(folder, mounts)).toBe(kind)
  })
})
