import { ref } from 'vue'

/** Gwei a gas; one field for all playgrounds of a page. Set to the chain's own price when it starts. */
export const gasPrice = ref<number>()
/** What one ether is worth to the reader, in a currency of theirs; nothing until they say. */
export const etherPrice = ref<number>()
