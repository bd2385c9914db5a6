import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Program, prepareProgram } from '../../packages/lab/src/build/program.ts'
import { syncFolder } from '../../packages/lab/src/build/sync-folder.ts'
import { walkFiles } from '../../packages/lab/src/build/walk.ts'
import { workspace } from '../../packages/lab/src/workspace.ts'
import { loadTreeModel, treeToRustCode } from '../../packages/model/src/index.ts'
import type { Overlay } from '../test-steps/overlays.ts'
import { runTool } from '../test-steps/run-tool.ts'
import { rustToolchain } from '../toolchain/index.mjs'

const core = 'contract/core/src'

/**
 * Lab 1's reference with the tree as nested `if`s instead of two tables: what lesson 1 compares the table
 * with. Everything but the walk stays as it is.
 *
 * @param lab solution overlay of lab 1
 */
export function treeAsCode(lab: Overlay): Overlay {
  const model = loadTreeModel(readFileSync(join(lab.dir, 'data/model.json'), 'utf8'))
  return variant(lab, 'docs-code', {
    [`${core}/model.rs`]: () => treeToRustCode(model),
    [`${core}/lib.rs`]: (text) =>
      edited(text, [
        [/use model::\{[^}]*\};/, 'use model::{FEATURE_MAX, INPUT_LENGTH, LABELS};'],
        [/\/\/\/ Walks from[\s\S]*?(?=\/\/\/ A feature above)/, ''],
        [
          /Ok\(LEAVES\[walk\(features\)\]\.map\(i32::from\)\)/,
          'let Ok(features) = <&[u8; INPUT_LENGTH]>::try_from(features) else {\n        return Err(InputError::WrongLength { actual: features.len() });\n    };\n    Ok(model::scores(features))',
        ],
      ]),
  })
}

/** Lab 1's reference with the crate types of cargo-stylus' template. `buildLibrary` builds it. */
export function withLibrary(lab: Overlay): Overlay {
  return variant(lab, 'docs-lib', {
    'contract/Cargo.toml': (text) =>
      edited(text, [[/crate-type = \["cdylib"\]/, 'crate-type = ["lib", "cdylib"]']]),
  })
}

/**
 * Builds both crate types at once, as `cargo build` does. The first time all dependencies are compiled: minutes.
 *
 * @param lab of `withLibrary`
 * @throws Error when it does not build
 */
export async function buildLibrary({ manifest, dir }: Overlay, arbos: number): Promise<Program> {
  const toolchain = await rustToolchain()
  // Without link-time optimization cargo compiles every dependency anew: not in the grader's folder.
  const target = join(workspace().work, 'target-docs')
  const args = [
    'rustc',
    '--lib',
    '--release',
    '--target',
    'wasm32-unknown-unknown',
    '-p',
    manifest.contract!.package,
  ]
  const result = await runTool(toolchain.cargo, [...args, ...toolchain.extraArgs], {
    cwd: join(dir, 'contract'),
    env: { ...toolchain.env, CARGO_TARGET_DIR: target },
  })
  if (result.code !== 0) throw new Error(`lab 1 as lib and cdylib does not build:\n${result.output}`)
  const file = `${manifest.contract!.package}.wasm`
  return prepareProgram(
    new Uint8Array(readFileSync(join(target, 'wasm32-unknown-unknown/release', file))),
    arbos,
  )
}

/** A copy of an overlay with some files rewritten, beside it and as deep. */
function variant(lab: Overlay, name: string, edits: Record<string, (text: string) => string>): Overlay {
  const dir = join(workspace().work, `${lab.manifest.id}@${name}`)
  const files = new Map<string, Uint8Array>(
    walkFiles(lab.dir).map((file) => [file, readFileSync(join(lab.dir, file))]),
  )
  for (const [file, edit] of Object.entries(edits))
    files.set(file, Buffer.from(edit(Buffer.from(files.get(file)!).toString('utf8'))))
  syncFolder(dir, files)
  return { manifest: lab.manifest, dir }
}

/** Every pattern has to occur: a source that has changed must not give figures of something else. */
function edited(text: string, edits: [RegExp, string][]): string {
  for (const [pattern, replacement] of edits) {
    if (!pattern.test(text)) throw new Error(`the source of lab 1 has changed: ${pattern} is not in it`)
    text = text.replace(pattern, replacement)
  }
  return text
}
