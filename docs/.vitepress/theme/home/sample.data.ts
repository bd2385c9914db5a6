import { findSample, type Sample } from './find-sample.ts'

declare const data: Sample

export { data }

export default { load: findSample }
