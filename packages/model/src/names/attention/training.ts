/** For training: with tfjs, which what draws names does without. */
export { attentionFile } from './file.ts'
export { attentionRows, judgeAttention } from './rows.ts'
export { type AttentionOptions, trainAttention } from './train-attention.ts'
