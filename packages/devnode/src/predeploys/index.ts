import { CACHE_MANAGER } from './cacheManager.ts'
import { STYLUS_DEPLOYER } from './stylusDeployer.ts'

export { CACHE_MANAGER } from './cacheManager.ts'
export { CREATE2_FACTORY } from './create2Factory.ts'
export type { Predeploy } from './predeploy.ts'
export { STYLUS_DEPLOYER } from './stylusDeployer.ts'

/** What goes through the factory, in this order. `npm run node:prepare` and the devnode's genesis both read it. */
export const PREDEPLOYS = [CACHE_MANAGER, STYLUS_DEPLOYER] as const
