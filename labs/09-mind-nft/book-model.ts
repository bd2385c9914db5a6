/** ERC-721 in TypeScript: what the contract's register has to do, call by call. */
import type { Address } from 'viem'
import { zeroAddress } from 'viem'

/** In the place of an account: whoever owns the token at that moment. */
export const OWNER = -2

export type Move =
  | { fn: 'mint'; from: number }
  | { fn: 'transferFrom'; from: number; args: [owner: number, to: number, id: number] }
  | { fn: 'approve'; from: number; args: [to: number, id: number] }
  | { fn: 'setApprovalForAll'; from: number; args: [operator: number, approved: boolean] }

/** Owners, approvals and operators, by index of an account; -1 is nobody. */
export class BookModel {
  owners: number[] = []
  approved: number[] = []
  operators = new Set<string>()

  /** The move with the token's owner in the place of `OWNER`. */
  resolve(move: Move): Move {
    if (move.fn === 'mint' || move.fn === 'setApprovalForAll') return move
    const owner = this.owners[move.args[move.args.length - 1]!] ?? 0
    const known = (account: number) => (account === OWNER ? owner : account)
    if (move.fn === 'approve') return { ...move, from: known(move.from) }
    const [from, to, id] = move.args
    return { ...move, from: known(move.from), args: [known(from), to, id] }
  }

  /** What the contract answers: `accepted`, or the name of the error. */
  move(move: Move): string {
    switch (move.fn) {
      case 'mint':
        this.owners.push(move.from)
        this.approved.push(-1)
        return 'accepted'
      case 'transferFrom': {
        const [owner, to, id] = move.args
        if (this.owners[id] === undefined) return 'ERC721NonexistentToken'
        if (this.owners[id] !== owner) return 'ERC721IncorrectOwner'
        if (to === -1) return 'ERC721InvalidReceiver'
        if (!this.mayMove(move.from, id) && this.approved[id] !== move.from)
          return 'ERC721InsufficientApproval'
        this.owners[id] = to
        this.approved[id] = -1
        return 'accepted'
      }
      case 'approve': {
        const [to, id] = move.args
        if (this.owners[id] === undefined) return 'ERC721NonexistentToken'
        if (!this.mayMove(move.from, id)) return 'ERC721InvalidApprover'
        this.approved[id] = to
        return 'accepted'
      }
      case 'setApprovalForAll': {
        const [operator, approved] = move.args
        if (operator === -1) return 'ERC721InvalidOperator'
        const key = `${move.from}:${operator}`
        if (approved) this.operators.add(key)
        else this.operators.delete(key)
        return 'accepted'
      }
    }
  }

  balance(account: number): number {
    return this.owners.filter((owner) => owner === account).length
  }

  /** Owner or operator. */
  private mayMove(sender: number, id: number): boolean {
    const owner = this.owners[id]!
    return owner === sender || this.operators.has(`${owner}:${sender}`)
  }
}

export const PLAYERS = ['alice', 'bob', 'carol']

/** An account by its index; -1 is the zero address. */
export function accountOf(accounts: readonly Address[], index: number): Address {
  return index < 0 ? zeroAddress : accounts[index]!
}

/** `bob: transferFrom(alice, carol, 0)` */
export function moveInWords(move: Move): string {
  const name = (index: number) => PLAYERS[index] ?? (index === OWNER ? 'its owner' : 'nobody')
  const args = {
    mint: () => '',
    transferFrom: ([owner, to, id]: number[]) => `${name(owner!)}, ${name(to!)}, ${id}`,
    approve: ([to, id]: number[]) => `${name(to!)}, ${id}`,
    setApprovalForAll: ([operator, approved]: (number | boolean)[]) =>
      `${name(Number(operator))}, ${approved}`,
  }[move.fn]
  return `${name(move.from)}: ${move.fn}(${args('args' in move ? (move.args as number[]) : [])})`
}
