/** Compiler that both roads use, so that figures agree between machines. */
export const pinnedRust = '1.96.0'

/** Lowest compiler that stylus-sdk 0.10.10 builds with. */
export const minimumRust = '1.91.0'

export const wasmTarget = 'wasm32-unknown-unknown'

/** @param {string} text such as `rustc 1.96.0 (ac68faa20 2026-05-25)`. @returns {string | undefined} `1.96.0` */
export function versionIn(text) {
  return /(\d+\.\d+\.\d+)/.exec(text)?.[1]
}

/** @param {string | undefined} version @param {string} minimum */
export function isAtLeast(version, minimum) {
  if (!version) return false
  const a = version.split('.').map(Number)
  const b = minimum.split('.').map(Number)
  for (let i = 0; i < 3; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}
