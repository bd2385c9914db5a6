import { expect, it } from 'vitest'
import { cleanTranscript } from './cleanTranscript.ts'

it('leaves what a reader needs', () => {
  const text = [
    '   Compiling lab00 v0.1.0 (/home/me/clone/labs/00/contract)',
    '\u001b[0;0m\u001b[90mFile used for deployment hash: /home/me/clone/labs/00/Cargo.lock\u001b[0;0m',
    '    Finished `release` profile [optimized] target(s) in 4m 05s',
    '2026-11-24T06:50:10.621Z INFO  [check] \u001b[90mcontract size: 6.2 KB\u001b[0;0m',
    'read /home/me/clone/.work/x.wasm with http://localhost:40123',
    '',
  ].join('\n')
  expect(
    cleanTranscript(text, { '/home/me/clone': '.', 'http://localhost:40123': 'http://localhost:8547' }),
  ).toBe(
    [
      '    Finished `release` profile [optimized] target(s)',
      'INFO  [check] contract size: 6.2 KB',
      'read ./.work/x.wasm with http://localhost:8547',
    ]
      .join('\n')
      .trim(),
  )
})
