declare module '*.css' {}

/** Whether this build has the crates' documentation in it; set in config.ts. */
declare const __RUSTDOC__: boolean
