export { type ImportOptions, importSklearn } from './import-sklearn.ts'
export { ImportError, readSklearn, type SklearnExport } from './read-sklearn.ts'
