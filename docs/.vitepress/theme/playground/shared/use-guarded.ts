import { ref } from 'vue'

/**
 * Work that a button starts: `busy` while it runs, and what went wrong in `trouble`, which the next work that
 * succeeds takes away. Nothing is thrown.
 */
export function useGuarded() {
  const busy = ref(true)
  const trouble = ref('')
  async function guarded(work: () => Promise<void>): Promise<void> {
    busy.value = true
    try {
      await work()
      trouble.value = ''
    } catch (error) {
      trouble.value = (error as Error).message
    } finally {
      busy.value = false
    }
  }
  return { busy, trouble, guarded }
}
