import { dirname, join } from 'node:path'
import { readBytes, readText } from '../files/read-bytes.ts'

/** A file another library wrote, as far as it has to be known to choose its importer. */
export type ForeignFile =
  | { kind: 'sklearn' | 'xgboost' | 'lightgbm'; title: string; source: unknown }
  | { kind: 'onnx'; title: string; bytes: Uint8Array }
  | { kind: 'tfjs'; title: string; source: unknown; weights: Uint8Array }

/**
 * What another library wrote, or undefined for any other file. An .onnx file is known by its name, JSON by its fields.
 *
 * @throws InputError for a file that can't be read, or weight files of tfjs that are missing.
 */
export function foreignFile(cwd: string, name: string): ForeignFile | undefined {
  if (/\.onnx$/i.test(name)) return { kind: 'onnx', title: 'an ONNX file', bytes: readBytes(cwd, name) }
  const json = jsonOf(readText(cwd, name, 'a float model'))
  if (json === undefined) return undefined
  if (json.format === 'inkling-sklearn/1')
    return { kind: 'sklearn', title: 'an export of scikit-learn', source: json }
  if (typeof json.learner === 'object' && json.learner !== null)
    return { kind: 'xgboost', title: 'a model of XGBoost', source: json }
  if (Array.isArray(json.tree_info)) return { kind: 'lightgbm', title: 'a model of LightGBM', source: json }
  if (json.format === 'layers-model' || json.format === 'graph-model')
    return { kind: 'tfjs', title: 'a tfjs model', source: json, weights: weightsOf(cwd, name, json) }
  return undefined
}

function jsonOf(text: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text) as unknown
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** Files named in the manifest, which stand beside model.json, one after the other. */
function weightsOf(cwd: string, name: string, json: Record<string, unknown>): Uint8Array {
  const manifest = Array.isArray(json.weightsManifest) ? json.weightsManifest : []
  const paths = manifest.flatMap((group: { paths?: unknown }) =>
    Array.isArray(group?.paths) ? group.paths : [],
  )
  const parts = paths.map((path) => readBytes(cwd, join(dirname(name), String(path))))
  return new Uint8Array(Buffer.concat(parts))
}
