import { ModelError } from '../errors.ts'

/** A file of another library: what people call it, and how to write one that can be read. */
export interface ForeignFile {
  name: string
  remedy: string
}

const sklearn: ForeignFile = {
  name: 'scikit-learn export',
  remedy: 'Write it with scripts/oracle/sklearn_export.py.',
}

/** The file can't be imported. `path` points into it: `trees[0].threshold[3]`. */
export class ImportError extends ModelError {
  override name = 'ImportError'
  readonly path: string

  constructor(path: string, problem: string, file: ForeignFile = sklearn) {
    super(`${file.name}: ${path} ${problem}. ${file.remedy}`)
    this.path = path
  }
}
