/** Worked example of lesson 1: which way a value of the data goes, before and after quantizing. */
// #region table
const scale = 2
const threshold = 0.25
const rules = { down: Math.floor(threshold * scale), nearest: Math.round(threshold * scale) }

console.log(
  `x at most ${threshold}?   ${Object.entries(rules)
    .map(([rule, q]) => `${rule}: at most ${q}?`)
    .join('   ')}`,
)
for (const x of [0, 0.5, 1]) {
  const side = (left: boolean) => (left ? 'left' : 'right')
  const after = Object.values(rules).map((q) => side(x * scale <= q))
  console.log(`${x}`.padEnd(4), side(x <= threshold).padEnd(12), ...after.map((way) => way.padEnd(17)))
}
// #endregion table
