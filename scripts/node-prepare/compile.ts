/**
 * `node scripts/node-prepare/compile.ts` compiles packages/devnode/src/predeploys/CacheManager.sol again.
 * A test fails as long as the committed bytes don't fit the source, the compiler or its settings.
 */
import { writeFileSync } from 'node:fs'
import { compileCacheManager, generatedFile } from './compileCacheManager.ts'

writeFileSync(generatedFile, compileCacheManager())
