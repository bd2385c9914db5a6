/**
 * @typedef {'rustup' | 'debian'} Road
 *
 * @typedef {object} RustTool a cargo that works natively on this machine
 * @property {string} cargo absolute path
 * @property {string} rustc such as `rustc 1.96.0 (...)`
 * @property {string} from where it comes from: `rustup 1.96.0`, `Debian packages`
 * @property {Record<string, string>} env to lay over process.env
 *
 * @typedef {object} RustToolchain how this machine builds contracts. Plain data: it is remembered as JSON.
 * @property {Road} road
 * @property {string} rustc such as `rustc 1.96.0 (ac68faa20 2026-05-25)`
 * @property {string} version such as `1.96.0`
 * @property {string} id road and compiler: artefacts of different ids may differ
 * @property {string} cargo absolute path
 * @property {Record<string, string>} env to lay over process.env for a wasm32 build (stack size included)
 * @property {string[]} extraArgs what `cargo rustc` needs besides; see `wasmCargoArgs`
 * @property {string} linker absolute path of the wasm linker, or what brings it
 * @property {{ test?: RustTool, fmt?: RustTool, clippy?: RustTool }} native
 *
 * @typedef {object} RoadFound a road that is ready, and the files whose change calls for another look
 * @property {Omit<RustToolchain, 'native'>} road
 * @property {string[]} files
 *
 * @typedef {object} Machine what the probes look at; tests put another in its place
 * @property {NodeJS.ProcessEnv} env
 * @property {string} prefix put before Debian's absolute paths (`''` outside tests)
 * @property {NodeJS.Platform} platform
 * @property {boolean} root the user may install system packages
 *
 * @typedef {object} Finding one line of `lab doctor`
 * @property {string} name
 * @property {'ok' | 'missing' | 'warn'} status `missing`: something the labs need is not there; `warn`: they work, and here is what may bite
 * @property {string} [version]
 * @property {string} detail what was found, in words
 * @property {string} [remedy] what to do; always there unless `ok`
 *
 * @typedef {(line: string) => void} Say
 * @typedef {(question: string) => Promise<boolean>} Ask
 */
export {}
