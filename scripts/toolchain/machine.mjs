/** The machine this runs on. @returns {import('./types.mjs').Machine} */
export function thisMachine() {
  return {
    env: process.env,
    prefix: '',
    platform: process.platform,
    // Windows has no root; its people use rustup, so this is never asked there.
    root: process.getuid?.() === 0,
  }
}
