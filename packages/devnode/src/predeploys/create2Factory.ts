/**
 * The deterministic deployment proxy, at this address on almost every chain. It takes 32 bytes of salt and then init
 * code. It is created by one transaction that nobody holds the key to: the signature was chosen, the sender
 * follows from it. That transaction has no chain id, so it works everywhere.
 * Origin and licence: README.md beside this file.
 */
export const CREATE2_FACTORY = {
  address: '0x4e59b44847b379578588920ca78fbf26c0b4956c',
  /** Sender of `rawTransaction`; needs `funds` wei before it: gas limit 100,000 at 100 gwei. */
  deployer: '0x3fab184622dc19b6109349b94811493bf2a45362',
  funds: 10_000_000_000_000_000n,
  rawTransaction:
    '0xf8a58085174876e800830186a08080b853604580600e600039806000f350fe7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf31ba02222222222222222222222222222222222222222222222222222222222222222a02222222222222222222222222222222222222222222222222222222222222222',
  runtimeCode:
    '0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf3',
} as const
