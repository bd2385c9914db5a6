import { AbiCoder, keccak256 } from 'ethers'
import { expect, test } from 'vitest'
import { CircuitError } from '../errors.ts'
import { R } from '../field.ts'
import { requestContext } from './request-context.ts'

const request = {
  chainId: 412346,
  contract: '0x00000000000000000000000000000000000000aa',
  sender: '0x3f1Eae7D46d88F08fc2F8ed27FCb2AB183EB2d0E',
  requestId: 5n,
  inputCommit: 123456789n,
}

test('is what a contract computes with abi.encode and keccak256, in 248 bits', () => {
  const encoded = AbiCoder.defaultAbiCoder().encode(
    ['uint256', 'address', 'address', 'uint256', 'uint256'],
    [412346n, request.contract, request.sender, 5n, 123456789n],
  )
  expect(requestContext(request)).toBe(BigInt(keccak256(encoded)) % 2n ** 248n)
  expect(requestContext(request)).toBeLessThan(R)
})

test('every part matters', () => {
  const other = [
    { chainId: 1 },
    { contract: request.sender },
    { sender: request.contract },
    { requestId: 6n },
    { inputCommit: 1n },
  ].map((change) => requestContext({ ...request, ...change }))
  expect(new Set([requestContext(request), ...other]).size).toBe(6)
})

test('refuses what no contract could hash', () => {
  for (const change of [
    { contract: '0x12' },
    { sender: 'me' },
    { requestId: -1n },
    { requestId: 2n ** 256n },
    { chainId: 1.5 },
    { inputCommit: R },
  ])
    expect(() => requestContext({ ...request, ...change })).toThrow(CircuitError)
})
