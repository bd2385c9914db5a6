import type { EnsembleModel } from '../types.ts'
import { type BoostingImportOptions, boostedModel } from './boosted-trees.ts'
import { readLightgbm } from './read-lightgbm.ts'
import { readXgboost } from './read-xgboost.ts'

/** A classifier of XGBoost (`save_model` as JSON) as a model file; see `readXgboost` and `boostedModel`. */
export const importXgboost = (source: unknown, options: BoostingImportOptions): EnsembleModel =>
  boostedModel(readXgboost(source), options)

/** A classifier of LightGBM (`dump_model` as JSON) as a model file; see `readLightgbm` and `boostedModel`. */
export const importLightgbm = (source: unknown, options: BoostingImportOptions): EnsembleModel =>
  boostedModel(readLightgbm(source), options)
