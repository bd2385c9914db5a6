import { accountHostCalls } from './accounts.ts'
import { argHostCalls } from './args.ts'
import { callHostCalls } from './calls.ts'
import { consoleHostCalls } from './console.ts'
import { contextHostCalls } from './context.ts'
import { mathHostCalls } from './math.ts'
import { storageHostCalls } from './storage.ts'
import { systemHostCalls } from './system.ts'
import type { HostCall } from './types.ts'

/** Every host call the devnode has, by import module and name. */
export const HOST_CALLS: Readonly<Record<string, Readonly<Record<string, HostCall>>>> = {
  vm_hooks: {
    ...argHostCalls,
    ...storageHostCalls,
    ...callHostCalls,
    ...accountHostCalls,
    ...contextHostCalls,
    ...mathHostCalls,
    ...systemHostCalls,
  },
  console: consoleHostCalls,
}
