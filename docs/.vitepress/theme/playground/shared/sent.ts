/** A line of what a playground sent to its chain. */
export interface Sent {
  text: string
  /** `refused: …` where the contract did not take it. */
  outcome: string
  /** Gas of the transaction, or what it would have taken; none where nothing was sent. */
  gas?: number
}

/** The contract's own error out of a sentence such as `The contract reverted: NotOwner()`; undefined if there is none. */
export const revertedWith = (refused: string): string | undefined => /reverted: (.*)$/.exec(refused)?.[1]
