/** Smallest and largest value of each channel or value, inclusive. Integers; doubles, because sums may pass int32. */
export interface Range {
  min: Float64Array
  max: Float64Array
}

/** What a layer's numbers can be for inputs within the model's range. One entry a value, height-width-channel. */
export interface LayerRange {
  /** `layers[0] dense`, `trees[3]`. */
  name: string
  input: Range
  /** Accumulators before activation: exact for a layer fed by the input itself. Dense and conv2d only. */
  acc?: Range
  /** Furthest partial sum over every input and every order of adding. Dense and conv2d only. */
  partial?: Range
  output: Range
}
