/** What a lab's `deploy.ts` is made of: `@inkling/lab/deploy`. */
export { buildHere } from './build-here.ts'
export { type Comparison, compareOnChain } from './compare-on-chain.ts'
export { type Chain, connectChain } from './connect-chain.ts'
export { type DeployedModel, deployedLines, deployModel } from './deploy-model.ts'
export { type OnChain, putOnChain } from './put-on-chain.ts'
export { tellErrors } from './tell-errors.ts'
