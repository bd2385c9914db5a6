import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { CHAIN_ID } from '../../packages/devnode/src/constants.ts'
import { minimumNode, pinnedNode } from '../bootstrap/node.mjs'
import { CARGO_STYLUS, NITRO } from './nitro.ts'

const root = join(import.meta.dirname, '../..')
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8')

interface Service {
  image?: string
  command: string | string[]
  environment?: Record<string, string>
  extra_hosts?: string[]
  network_mode?: string
  volumes?: string[]
  ports?: unknown
  healthcheck?: { test: string[] }
}
const compose = parse(read('.devcontainer/compose.yaml'), { strict: true, uniqueKeys: true }) as {
  services: Record<'workspace' | 'nitro', Service>
  volumes: Record<string, unknown>
}
const { workspace, nitro } = compose.services
const dockerfile = read('.devcontainer/Dockerfile')
const labs = readdirSync(join(root, 'labs')).filter((name) => /^\d\d-/.test(name))

/** JSON with comments, as editors read it: no trailing commas. */
function devcontainer() {
  const { config, error } = ts.parseConfigFileTextToJson(
    'devcontainer.json',
    read('.devcontainer/devcontainer.json'),
  )
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'))
  return config as Record<string, unknown> & {
    portsAttributes: Record<string, { label?: string }>
    forwardPorts: number[]
    hostRequirements: { cpus: number; memory: string }
  }
}

/** `--http.port=8547` becomes `{ 'http.port': '8547' }`. */
const flags = Object.fromEntries(
  (nitro.command as string[]).map((flag) => {
    const [, name = '', value = ''] = /^--([\w.-]+)(?:=(.+))?$/.exec(flag) ?? []
    return [name, value]
  }),
)

describe('compose.yaml', () => {
  it('runs the nitro release that the code names, as a dev chain with the debug API', () => {
    expect(nitro.image).toBe(NITRO.image)
    expect(flags).toMatchObject({
      dev: '',
      'http.port': String(NITRO.httpPort),
      'ws.port': String(NITRO.wsPort),
    })
    expect(flags['http.api']?.split(',')).toEqual(expect.arrayContaining(['eth', 'net', 'web3', 'debug']))
    expect(NITRO.arbos).toBe(51)
  })

  it('points RPC_URL at it by a name that leads there and that the node accepts', () => {
    expect(workspace.environment).toEqual({
      RPC_URL: `http://${NITRO.host}:${NITRO.httpPort}`,
      LAB_ENGINE_FALLBACK: 'embedded',
    })
    expect(Object.keys(compose.services)).toContain(NITRO.host)
    expect(nitro.network_mode).toBe('service:workspace')
    expect(workspace.extra_hosts).toContain(`${NITRO.host}:${flags['http.addr']}`)
    expect(flags['http.vhosts']?.split(',')).toEqual(expect.arrayContaining([NITRO.host, 'localhost']))
  })

  it('lets nobody outside reach a node whose keys are published', () => {
    expect(flags['http.addr']).toBe('127.0.0.1')
    expect(flags['ws.addr']).toBe('127.0.0.1')
    expect([nitro.ports, workspace.ports]).toEqual([undefined, undefined])
  })

  it('asks the node for its chain id to see whether it is well', () => {
    const test = nitro.healthcheck?.test.at(-1) ?? ''
    expect(test).toContain(`http://127.0.0.1:${NITRO.httpPort}`)
    expect(test).toContain(`grep -q 0x${CHAIN_ID.toString(16)}`)
    const body = JSON.parse(/-d '([^']+)'/.exec(test)?.[1] ?? '') as unknown
    expect(body).toEqual({ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] })
  })

  it('keeps the cargo caches in volumes that are declared', () => {
    const named = (workspace.volumes ?? [])
      .map((one) => one.split(':'))
      .filter(([from]) => !from?.startsWith('.'))
    expect(named.map(([, to]) => to)).toEqual(['/usr/local/cargo/registry', '/usr/local/cargo/git'])
    expect(named.map(([from]) => from)).toEqual(Object.keys(compose.volumes))
    for (const [, folder] of named) expect(dockerfile).toContain(folder)
  })
})

describe('devcontainer.json', () => {
  const config = devcontainer()

  it('opens the workspace service where compose mounts the clone', () => {
    expect(config.dockerComposeFile).toBe('compose.yaml')
    expect(Object.keys(compose.services)).toContain(config.service)
    expect(workspace.volumes).toContain(`..:${config.workspaceFolder}:cached`)
    expect(dockerfile).toContain(`--chown=${config.remoteUser}:`)
  })

  it('forwards and labels the node port', () => {
    expect(config.forwardPorts).toEqual([NITRO.httpPort])
    for (const port of [NITRO.httpPort, NITRO.wsPort])
      expect(config.portsAttributes[port]?.label).toMatch(/nitro/)
  })

  it('asks for a machine that can build and run a node', () => {
    expect(config.hostRequirements).toEqual({ cpus: 4, memory: '8gb', storage: '32gb' })
  })

  it.each(['updateContentCommand', 'postStartCommand'])('%s runs a script that parses', (name) => {
    const [shell, script = ''] = String(config[name]).split(' ')
    expect(shell).toBe('bash')
    const text = read(script)
    expect(text).toMatch(/^#!\/usr\/bin\/env bash\n/)
    for (const [, entry = ''] of text.matchAll(/scripts\/run\.mjs (\S+)/g))
      expect(read('scripts/bootstrap/bootstrap.mjs')).toContain(entry)
    const { error, status, stderr } = spawnSync('bash', ['-n', join(root, script)], { encoding: 'utf8' })
    if (!error) expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})

describe('Dockerfile', () => {
  const arg = (name: string) => new RegExp(`^ARG ${name}=(\\S+)$`, 'm').exec(dockerfile)?.[1]

  it('has the Node that the project installs elsewhere', () => {
    expect(arg('NODE_VERSION')).toBe(pinnedNode)
    const [major = 0, minor = 0] = pinnedNode.split('.').map(Number)
    expect(major * 1000 + minor).toBeGreaterThanOrEqual(minimumNode[0] * 1000 + minimumNode[1])
  })

  it.each(labs)('has the Rust and the cargo-stylus of %s', (lab) => {
    const channel = /channel = "(.+)"/.exec(read('labs', lab, 'contract/rust-toolchain.toml'))?.[1]
    expect(arg('RUST_VERSION')).toBe(channel)
    expect(dockerfile).toContain('rustup target add wasm32-unknown-unknown')
    expect(arg('CARGO_STYLUS_VERSION')).toBe(CARGO_STYLUS)
    // Lab 6's contract is raw: no SDK to match.
    const sdk = /name = "stylus-sdk"\nversion = "(.+)"/.exec(read('labs', lab, 'contract/Cargo.lock'))?.[1]
    const usesSdk = read('labs', lab, 'contract/Cargo.toml').includes('stylus-sdk =')
    expect(sdk).toBe(usesSdk ? CARGO_STYLUS : undefined)
  })

  it('copies only from stages that exist, and names every base image with a version', () => {
    const stages = [...dockerfile.matchAll(/^FROM (\S+)(?: AS (\S+))?$/gm)]
    const names = stages.flatMap(([, , name]) => name ?? [])
    for (const [, from] of dockerfile.matchAll(/^COPY --from=(\S+)/gm)) expect(names).toContain(from)
    const images = stages.map(([, image]) => image as string).filter((image) => !names.includes(image))
    for (const image of images) expect(image).toMatch(/:(?!latest)[\w$.{}-]+$/)
  })
})

describe('the guides', () => {
  it('name the versions that the files have', () => {
    const [, tag = ''] = NITRO.image.split(':')
    const codespaces = read('docs/guides/codespaces.md')
    for (const version of [
      pinnedNode,
      CARGO_STYLUS,
      tag.split('-')[0],
      `ArbOS ${NITRO.arbos}`,
      String(CHAIN_ID),
    ])
      expect(codespaces).toContain(version)
    expect(read('docs/guides/nitro.md')).toContain(NITRO.image)
  })
})
