import type { FindingId, FindingKind } from './types.ts'

/** Every static check, the urgent ones first. */
export const FINDINGS: Readonly<Record<FindingId, FindingKind>> = {
  'anyone-writes': {
    severity: 'serious',
    what: 'it writes storage and never asks who calls',
    why: 'whatever it stores, owner and weights included, anybody can store',
    next: 'compare msg_sender with the owner before the write; if everybody may write, say so in the code',
    limits: 'looks at the whole program: one function that asks hides another that does not',
  },
  'lost-writes': {
    severity: 'serious',
    what: 'it writes to the storage cache and never flushes it',
    why: 'what it stored is gone when the call ends',
    next: 'call storage_flush_cache before the entrypoint returns',
    limits: 'says nothing about a path that returns before the flush',
  },
  'delegate-call': {
    severity: 'serious',
    what: 'it runs the code of other contracts on its own storage',
    why: 'who chooses the address owns the contract',
    next: 'use a plain or static call, or fix the address and its code hash in the program',
    limits:
      'a proxy does this on purpose: look at who may set the address; and the SDK brings the branch along, never taken, where a contract makes plain calls and static ones',
  },
  'fixed-buffer': {
    severity: 'serious',
    what: 'it reads the calldata to a fixed place and does not compare its length first',
    why: 'read_args writes all of it: a longer input overwrites what stands behind, weights included',
    next: 'return an error unless the length is the expected one, before read_args',
    limits: 'follows numbers through locals and direct calls, not through memory',
  },
  'endless-loop': {
    severity: 'serious',
    what: 'it has a loop that nothing leaves',
    why: 'who gets there pays with all gas of the call; often it is a panic handler',
    next: 'in a panic handler use core::arch::wasm32::unreachable(): that gives the gas back',
    limits: 'sees loops without any exit and without calls; an exit that is never taken is not seen',
  },
  'not-payable': {
    severity: 'serious',
    what: 'it has instructions that no gas can pay',
    why: 'floats pass some checks, and a block with one always takes all gas',
    next: 'use integers; formatting with {} or {:?} brings floats in, too',
    limits: 'the block may be one that is never run',
  },
  origin: {
    severity: 'look',
    what: 'it asks who began the transaction (tx_origin)',
    why: "a contract that the owner calls can act in the owner's name",
    next: 'use msg_sender for permissions',
    limits: 'a log may hold the origin without harm',
  },
  'block-values': {
    severity: 'look',
    what: 'it reads values of the block',
    why: 'as a seed they can be foreseen: by whoever orders transactions, and by a contract in the same one',
    next: 'commit and reveal, or a verifiable random function; for deadlines they are fine',
    limits: 'does not see whether it is a seed or a deadline',
  },
  reentrancy: {
    severity: 'look',
    what: 'it writes storage, calls other contracts, and does not ask whether it was called again',
    why: 'the called contract can come back before the write',
    next: 'write before the call, or refuse when msg_reentrant says so; the SDK does without its feature `reentrant`',
    limits: 'does not see the order of write and call',
  },
  'foreign-code': {
    severity: 'look',
    what: 'it reads code of other accounts',
    why: 'weights in data contracts are as safe as the list of their addresses',
    next: 'addresses as constants, or compare account_codehash; see who may change a list in storage',
    limits: 'does not see where the address comes from',
  },
  'loop-by-length': {
    severity: 'look',
    what: 'a loop goes round as often as the input is long',
    why: 'the sender chooses the work; a contract that calls this one pays for it',
    next: 'compare the length with the largest that is meant, first',
    limits:
      'follows numbers through locals and direct calls, not through memory, where ABI decoding puts lengths',
  },
  'large-data': {
    severity: 'look',
    what: 'its data segments are near the limit',
    why: 'a little more does not activate, and every call pays entry for them',
    next: 'put weights into instructions (const-stores) or data contracts',
    limits: 'a size, no judgement',
  },
  'gas-dependent': {
    severity: 'note',
    what: 'it asks how much gas or ink is left',
    why: 'a caller can choose what it does by the gas that is sent',
    next: 'no decision by what is left; measuring is fine',
    limits: 'calls of other contracts by the SDK read it, too',
  },
  'keeps-ether': {
    severity: 'note',
    what: 'it never looks at the value that comes with a call, and can send none',
    why: 'ether that somebody sends by mistake stays for good',
    next: 'refuse calls with value; the SDK does, unless a function is #[payable]',
    limits: 'compiled kernels are like this: they save the gas of the question',
  },
  recursion: {
    severity: 'note',
    what: 'functions call themselves, or each other in a circle',
    why: 'an input that makes it deep ends in an overflow of the stack, which takes all gas',
    next: 'a loop with a bound; trees have a known depth',
    limits:
      "the depth may be bounded; in contracts of the SDK the circle is the one of Rust's own formatting of panics",
  },
  pages: {
    severity: 'note',
    what: 'it starts with more memory than the free pages of a transaction',
    why: 'pages cost more, the more are open: several such programs in one transaction',
    next: 'a smaller stack (-C link-arg=-zstack-size=32768), fewer tables',
    limits: 'a size, no judgement',
  },
  panics: {
    severity: 'note',
    what: 'it has places where it can panic',
    why: 'the call reverts without data; the gas that is left comes back',
    next: 'get() instead of an index where the input chooses it, and an error that says what was wrong',
    limits: 'counts places; most are never reached',
  },
}
