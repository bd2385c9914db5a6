import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { syncFolder } from '../../packages/lab/src/build/sync-folder.ts'
import { walkFiles } from '../../packages/lab/src/build/walk.ts'
import { workspace } from '../../packages/lab/src/workspace.ts'
import { type EnsembleModel, formatModel, isSplit } from '../../packages/model/src/index.ts'
import type { Overlay } from '../test-steps/overlays.ts'

const core = 'contract/core/src'

/** The contract of lab 2 with another layout or another model. */
export type ForestVariant = 'branches' | 'packed' | 'structs'

/**
 * Lab 2's reference with its trees laid out as asked: as code (`branches`, the reference), as the packed table of two
 * bytes a node, or as a table of structs as one writes it first. Everything but the score stays as it is.
 *
 * @param lab solution overlay of lab 2
 */
export async function forestVariant(
  lab: Overlay,
  name: string,
  model: EnsembleModel,
  layout: ForestVariant,
): Promise<Overlay> {
  const dir = join(workspace().work, `${lab.manifest.id}@docs-${name}`)
  const files = new Map<string, Uint8Array>(
    walkFiles(lab.dir).map((file) => [file, readFileSync(join(lab.dir, file))]),
  )
  const { layouts } = await import(pathToFileURL(join(lab.dir, 'train.ts')).href)
  const { modelToRust } = await import(pathToFileURL(join(lab.dir, 'generate.ts')).href)
  const rust: string = modelToRust(layouts(model))
  files.set('data/model.json', Buffer.from(formatModel(model)))
  files.set(`${core}/model.rs`, Buffer.from(layout === 'structs' ? rust + structs(model) : rust))
  files.set(`${core}/lib.rs`, Buffer.from(withScore(files.get(`${core}/lib.rs`)!.toString(), layout)))
  syncFolder(dir, files)
  return { manifest: lab.manifest, dir }
}

const scores: Record<ForestVariant, string> = {
  branches: 'BASE + branches(x)',
  packed: 'verdict(&model::NODES, &model::ROOTS, BASE, x).0',
  structs: 'model::struct_score(x)',
}

function withScore(text: string, layout: ForestVariant): string {
  if (!/BASE \+ branches\(x\)/.test(text)) throw new Error('the source of lab 2 has changed')
  return text.replace('BASE + branches(x)', scores[layout])
}

/** Twelve bytes a node: what a first version looks like. */
function structs(model: EnsembleModel): string {
  const roots: number[] = []
  const rows: string[] = []
  for (const { nodes } of model.trees) {
    const root = rows.length
    roots.push(root)
    for (const node of nodes) {
      const [feature, threshold, left, right, value] = isSplit(node)
        ? [node.feature, node.threshold, root + node.left, root + node.right, 0]
        : [255, 0, 0, 0, node.scores[0]]
      rows.push(
        `    Node { feature: ${feature}, threshold: ${threshold}, left: ${left}, right: ${right}, value: ${value} },`,
      )
    }
  }
  return `
pub struct Node {
    pub feature: u8,
    pub threshold: u8,
    pub left: u16,
    pub right: u16,
    pub value: i32,
}

pub static TREES: [Node; ${rows.length}] = [
${rows.join('\n')}
];

static STARTS: [u16; ${roots.length}] = [${roots.join(', ')}];

pub fn struct_score(x: &[u8; INPUT_LENGTH]) -> i32 {
    let mut sum = BASE;
    for &start in &STARTS {
        let mut node = &TREES[start as usize];
        while node.feature != 255 {
            let left = x[node.feature as usize] <= node.threshold;
            node = &TREES[if left { node.left } else { node.right } as usize];
        }
        sum += node.value;
    }
    sum
}
`
}
