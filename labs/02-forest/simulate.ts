import { type Dataset, rng } from '@inkling/model'

/** What the simulated lender knows: eight features in sixteen steps, 0 to 15. */
const FEATURES = [
  'collateral',
  'debt',
  'age_of_account',
  'repaid_before',
  'late_before',
  'income',
  'volatility',
  'other_loans',
]

/** Steps of a feature: 0 to 15, four bits. */
export const STEPS = 16

/**
 * A simulation of loans: generated, seeded, and no picture of any market. Label 1 is a loan that was not paid back.
 * The rule has two conditions that only count together, which is what trees are good at, and some luck. Integers
 * only, so that every machine makes the same rows.
 *
 * @param rows how many borrowers.
 */
export function simulateLoans(rows: number, seed: number): Dataset {
  const random = rng(seed)
  const step = () => Math.floor(random() * STEPS)
  const x = Array.from({ length: rows }, () => FEATURES.map(step))
  const y = x.map(([collateral, debt, age, repaid, late, income, volatility, loans]) => {
    let risk = 2 * debt! - collateral! - income! + late! - repaid!
    if (volatility! > 9 && collateral! < 8) risk += 12
    if (age! < 3 && loans! > 10) risk += 10
    return Number(risk + Math.floor(random() * 9) - 4 > 4)
  })
  return { features: FEATURES, x, y }
}
