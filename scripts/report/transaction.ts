/** Gas of a transaction's own parts, and the most it may have, on ArbOS 50 and later (Stylus VM notes, 0.1). */
export const TRANSACTION = { base: 21_000, calldataByte: 16, limit: 32_000_000 } as const
