/** How the house writes to a terminal, for its other command lines too: `@inkling/lab/terminal`. */
export { confirm } from './commands/confirm.ts'
export { errorLines } from './output/render.ts'
export {
  detectStyle,
  ends,
  integer,
  type Paint,
  paint,
  printable,
  type Style,
  sign,
  wrap,
} from './output/style.ts'
export { atomicWrite } from './state/atomic-write.ts'
