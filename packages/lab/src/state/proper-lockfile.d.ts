declare module 'proper-lockfile' {
  const lockfile: {
    /** Takes the lock and returns what releases it; rejects with code `ELOCKED` while someone else has it. */
    lock(
      path: string,
      options: {
        lockfilePath?: string
        stale?: number
        update?: number
        realpath?: boolean
        /** Told when the lock was lost; without it the error is thrown where nobody can catch it. */
        onCompromised?: (error: Error) => void
      },
    ): Promise<() => Promise<void>>
  }
  export default lockfile
}
