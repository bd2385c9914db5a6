import { describe, expect, test } from 'vitest'
import { npmFailure } from './npm.mjs'

describe('what npm said becomes one message with a remedy', () => {
  test.each([
    [
      'npm error code ECONNREFUSED\nnpm error FetchError: request to http://127.0.0.1:9/x failed, reason: connect ECONNREFUSED',
      /could not be reached[\s\S]*proxy/,
    ],
    ['npm error code EINTEGRITY\nnpm error sha512-x integrity checksum failed', /npm cache clean/],
    ['npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device, write', /disk is full/],
    ['npm error code EACCES\nnpm error Error: EACCES: permission denied, mkdir', /can't be written/],
    [
      'npm error code EUSAGE\nnpm error `npm ci` can only install packages when your package.json and package-lock.json are in sync',
      /git checkout/,
    ],
    [
      'npm error code E_NEW_AND_UNKNOWN\nnpm error Something else went wrong',
      /Something else went wrong[\s\S]*npm ci/,
    ],
  ])('%s', (said, remedy) => {
    const error = npmFailure('the npm packages', said)
    expect(error.message).toMatch(/^Could not install the npm packages\./)
    expect(error.message).toMatch(remedy)
    expect(error.exitCode).toBe(3)
  })

  test('stack frames and the name of a log stay out', () => {
    const said = [
      'npm error FetchError: request to http://127.0.0.1:9/x failed, reason: connect ECONNREFUSED',
      'npm error     at ClientRequest.<anonymous> (/usr/lib/node_modules/npm/x.js:130:14)',
      "npm error   errno: 'ECONNREFUSED',",
      'npm error A complete log of this run can be found in: /home/a/.npm/_logs/x.log',
    ].join('\n')
    const { message } = npmFailure('it', said)
    expect(message).toContain('FetchError')
    expect(message).not.toMatch(/at ClientRequest|errno|_logs/)
  })
})
