import { expect, test } from 'vitest'
import { accountOf } from './accounts.ts'
import { DEV_PRIVATE_KEY, TEST_PRIVATE_KEYS } from './constants.ts'

test.each([DEV_PRIVATE_KEY, ...TEST_PRIVATE_KEYS])(
  'the written-down address of %s is the computed one',
  (key) => {
    // in capitals the key is not found in the table
    expect(accountOf(key)).toBe(accountOf(key.slice(2).toUpperCase()))
  },
)
