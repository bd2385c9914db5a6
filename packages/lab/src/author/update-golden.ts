import { rmSync } from 'node:fs'
import { wrongAnswers } from '../build/overlay.ts'
import { FaultError } from '../errors.ts'
import { FEWEST_CASES, type Signatures } from '../grade/diagnose.ts'
import { signaturesPath } from '../grade/read-signatures.ts'
import { atomicWrite } from '../state/atomic-write.ts'
import { shown } from '../workspace.ts'
import { aboutWrong, goldenPath, goldenText, signatureOf } from './gates/golden.ts'
import { GATE_SEED, gradeVariant, type VerifyOptions } from './verify.ts'

/**
 * Records what the wrong answers of a lab do: first the values they give, case by case, then the text a
 * learner gets. The author reads the difference in git before it is committed.
 *
 * @returns paths from the root that were written
 * @throws FaultError when a wrong answer does not build or breaks a check
 */
export async function updateGolden(options: VerifyOptions): Promise<string[]> {
  const { ws, manifest } = options
  const names = wrongAnswers(ws, manifest.id)
  const signatures: Signatures = { schema: 'lab-signatures/1', seed: GATE_SEED, wrong: [] }
  for (const name of names) {
    const { says } = aboutWrong(ws, manifest.id, name)
    if (says === '') continue
    const outcome = await gradeVariant(options, `wrong-${name}`, { survey: true })
    const signature = signatureOf(name, says, outcome, FEWEST_CASES)
    if (signature !== undefined) signatures.wrong.push(signature)
  }
  const path = signaturesPath(ws, manifest.id)
  const written: string[] = []
  if (signatures.wrong.length === 0) rmSync(path, { force: true })
  else {
    atomicWrite(path, formatSignatures(signatures))
    written.push(shown(ws, path))
  }
  for (const name of names) {
    const outcome = await gradeVariant(options, `wrong-${name}`)
    if (outcome.error !== undefined)
      throw new FaultError(`wrong/${name} of ${manifest.id}: ${outcome.error.message}`, {
        details: outcome.error.details,
        cause: outcome.error,
      })
    const golden = goldenPath(ws, manifest.id, name)
    atomicWrite(golden, goldenText(manifest, outcome))
    written.push(shown(ws, golden))
  }
  return written
}

/** One line a case, so that a change of one value is a change of one line. */
export function formatSignatures(signatures: Signatures): string {
  const wrong = signatures.wrong.map(({ name, says, checks }) => {
    const own = checks.map(({ id, cases }) => {
      const lines = cases.map((entry) => `            [${entry[0]}, ${JSON.stringify(entry[1])}]`).join(',\n')
      return `        {\n          "id": ${JSON.stringify(id)},\n          "cases": [\n${lines}\n          ]\n        }`
    })
    return `    {\n      "name": ${JSON.stringify(name)},\n      "says": ${JSON.stringify(says)},\n      "checks": [\n${own.join(',\n')}\n      ]\n    }`
  })
  return `{\n  "schema": ${JSON.stringify(signatures.schema)},\n  "seed": ${signatures.seed},\n  "wrong": [\n${wrong.join(',\n')}\n  ]\n}\n`
}
