import { browserStep } from './browser.ts'
import { cargoTestStep } from './cargo-test.ts'
import { clippyStep } from './clippy.ts'
import { crateLicencesStep } from './crate-licences.ts'
import { figuresStep } from './figures.ts'
import { generatedStep } from './generated.ts'
import { gatesStep, solutionsStep } from './labs.ts'
import { licencesStep } from './licences.ts'
import { lintStep } from './lint.ts'
import { lockfilesStep } from './lockfiles.ts'
import { rustdocStep } from './rustdoc.ts'
import { rustfmtStep } from './rustfmt.ts'
import { siteStep } from './site.ts'
import type { Step } from './types.ts'
import { typesStep } from './types-step.ts'
import { unitStep } from './unit.ts'
import { workflowsStep } from './workflows.ts'

/**
 * In the order they run: what answers in seconds comes first. The gates build two contracts at a time, so they stand
 * before the solutions, which take the finished ones one after another.
 */
export const steps: Step[] = [
  lockfilesStep,
  licencesStep,
  lintStep,
  typesStep,
  workflowsStep,
  generatedStep,
  browserStep,
  unitStep,
  rustfmtStep,
  clippyStep,
  cargoTestStep,
  crateLicencesStep,
  rustdocStep,
  gatesStep,
  solutionsStep,
  figuresStep,
  siteStep,
]
