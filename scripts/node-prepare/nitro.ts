import { DEFAULT_ARBOS } from '../../packages/devnode/src/profiles.ts'

/** The nitro node of `.devcontainer/compose.yaml`. A test keeps that file and this one equal. */
export const NITRO = {
  image: 'offchainlabs/nitro-node:v3.9.9-6b0af88',
  /** What this release starts its dev chain with (Stylus VM specification, section 0). */
  arbos: DEFAULT_ARBOS,
  /** Its name inside the devcontainer. */
  host: 'nitro',
  httpPort: 8547,
  wsPort: 8548,
} as const

/** cargo-stylus in the devcontainer; the labs' stylus-sdk has the same version. */
export const CARGO_STYLUS = '0.10.10'
