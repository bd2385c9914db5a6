export { PORTRAIT_HIDDEN, PORTRAIT_MAX_BYTES, PortraitError, portrait } from './portrait.ts'
