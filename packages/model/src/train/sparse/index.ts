export { type Augmentation, augment, digitAugmentation } from './augment.ts'
export { blockMask } from './block-mask.ts'
export { blockCounts, type SparseSettings } from './settings.ts'
export { trainSparse } from './train-sparse.ts'
