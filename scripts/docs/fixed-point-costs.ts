import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildContract } from '../../packages/lab/src/build/artefact.ts'
import { contractInputsHash } from '../../packages/lab/src/build/inputs.ts'
import { prepareProgram } from '../../packages/lab/src/build/program.ts'
import { syncFolder } from '../../packages/lab/src/build/sync-folder.ts'
import { walkFiles } from '../../packages/lab/src/build/walk.ts'
import { callContract } from '../../packages/lab/src/engine/call.ts'
import { activate, deployCode } from '../../packages/lab/src/engine/deploy.ts'
import { openEngine } from '../../packages/lab/src/engine/open.ts'
import { labAbi } from '../../packages/lab/src/grade/session.ts'
import type { CallOutcome } from '../../packages/lab/src/types.ts'
import { workspace } from '../../packages/lab/src/workspace.ts'
import { type LayerModel, predict, unpackU8 } from '../../packages/model/src/index.ts'
import { entryCost, prices } from '../../packages/wasm/src/index.ts'
import type { Overlay } from '../test-steps/overlays.ts'

const CORE = 'contract/core/src/lib.rs'

/** The same model through the crates: what a project of your own would write. */
const WITH_CRATES = `
fn through_the_crates(input: &[u8; INPUT_LENGTH]) -> i32 {
    use inkling_nn::{Activation, Dense, Layer};
    use inkling_quant::{Interpolation, Requantize, Table};
    const LAYER: Dense<i8, INPUT_LENGTH, 1, Requantize> = Dense {
        weights: [WEIGHTS],
        bias: [BIAS],
        activation: Activation::None,
        rescale: Requantize::new(MULTIPLIER, SHIFT, 0, LOGIT_MIN, LOGIT_MAX),
    };
    let curve = Table::new(&SIGMOID, LOGIT_MIN, SIGMOID_SHIFT, Interpolation::Linear);
    curve.apply(LAYER.forward(input)[0])
}
`

/** What lab 3's contract costs, and two other ways to write it, on the embedded devnode. */
export async function fixedPointCosts(lab: Overlay, model: LayerModel, corpus: `0x${string}`[]) {
  const core = readFileSync(join(lab.dir, CORE), 'utf8')
  const whole = 'Ok([sigmoid(requantize(vote_sum(input), MULTIPLIER, SHIFT))])'
  const replaced = (text: string, by: string) => {
    if (!text.includes(whole)) throw new Error(`the source of lab 3 has changed: ${whole} is not in it`)
    return text.replace(whole, by)
  }
  const crates = variant(lab, 'docs-crates', {
    [CORE]: replaced(
      core,
      'let Ok(features) = input.try_into() else {\n        return Err(InputError::WrongLength { expected: INPUT_LENGTH, actual: input.len() });\n    };\n    Ok([through_the_crates(features)])',
    ).concat(WITH_CRATES),
    'contract/core/Cargo.toml': readFileSync(join(lab.dir, 'contract/core/Cargo.toml'), 'utf8').replace(
      '[dev-dependencies]\n',
      '',
    ),
    'contract/core/src/model.rs': readFileSync(join(lab.dir, 'contract/core/src/model.rs'), 'utf8').replace(
      'pub static WEIGHTS',
      'pub const WEIGHTS',
    ),
  })
  // A label needs no curve: its sign is the sign of the sum.
  const labelOnly = variant(lab, 'docs-label', { [CORE]: replaced(core, 'Ok([vote_sum(input)])') })
  const reference = await costOf(lab, model, corpus, true)
  const byCrates = await costOf(crates, model, corpus, true)
  const byLabel = await costOf(labelOnly, model, corpus, false)
  return {
    reference,
    crates: byCrates,
    labelOnly: {
      ...byLabel,
      inkSaved: reference.ink - byLabel.ink,
      entrySaved: reference.entryGas - byLabel.entryGas,
    },
    byteGas: 0.75,
  }
}

async function costOf(lab: Overlay, model: LayerModel, corpus: `0x${string}`[], scores: boolean) {
  const open = await openEngine({ kind: 'embedded' })
  try {
    const { path } = await buildContract(workspace(), lab.manifest, lab.dir, 'plain')
    const program = await prepareProgram(new Uint8Array(readFileSync(path)), open.engine.arbos)
    const address = await deployCode(open, program.code)
    const activation = await activate(open, address)
    const abi = labAbi(lab.manifest, 'plain')
    const contract = {
      address,
      abi,
      build: 'plain' as const,
      wasm: program.wasm,
      code: program.code,
      activation,
    }
    let worst: CallOutcome | undefined
    for (const hex of corpus) {
      const want = predict(model, unpackU8(hex))
      const outcome = await callContract(open, contract, 'classify', [hex], { profile: true })
      if (Number(outcome.value) !== want.label) throw new Error(`${lab.dir}: classify(${hex}) is wrong`)
      if (scores) {
        const { value } = await callContract(open, contract, 'scores', [hex])
        if (Number((value as number[])[0]) !== want.scores[0])
          throw new Error(`${lab.dir}: scores(${hex}) is wrong`)
      }
      if (worst === undefined || outcome.ink! > worst.ink!) worst = outcome
    }
    const { base, calldata, entry, pages, hostCalls, instructions } = worst!.profile!
    const host = Object.values(hostCalls).reduce((sum, ink) => sum + ink, 0)
    return {
      codeBytes: program.code.length,
      dataBytes: program.report.dataPayloadBytes,
      activationGas: Number(activation.gasUsed),
      callGas: Number(worst!.gas),
      entryGas: entryCost(program.report).total,
      entryGasCached: entryCost(program.report, { cached: true }).total,
      ink: Number(worst!.ink),
      runGas: Math.ceil(Number(worst!.ink) / prices.CHAIN_DEFAULTS.inkPrice),
      instructionsInk: instructions,
      parts: { base, calldata, entry, pages, hostCalls: host, instructions },
      inputs: contractInputsHash(join(lab.dir, 'contract')),
    }
  } finally {
    await open.close()
  }
}

/** A copy of an overlay with some files rewritten, beside it and as deep. */
function variant(lab: Overlay, name: string, edits: Record<string, string>): Overlay {
  const dir = join(workspace().work, `${lab.manifest.id}@${name}`)
  const files = new Map<string, Uint8Array>(
    walkFiles(lab.dir).map((file) => [file, readFileSync(join(lab.dir, file))]),
  )
  for (const [file, text] of Object.entries(edits)) files.set(file, Buffer.from(text))
  syncFolder(dir, files)
  return { manifest: lab.manifest, dir }
}
