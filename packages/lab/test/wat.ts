import wabt from 'wabt'

/** Compiles WebAssembly text to a module without names. */
export async function wat(text: string): Promise<Uint8Array> {
  const tools = await wabt()
  const module = tools.parseWat('test.wat', text)
  const { buffer } = module.toBinary({ write_debug_names: false })
  module.destroy()
  return new Uint8Array(buffer)
}

/** A Stylus program around a body that has `$len` and leaves the exit code. */
export function program(body: string, imports = ''): string {
  return `(module
    (import "vm_hooks" "read_args" (func $read_args (param i32)))
    (import "vm_hooks" "write_result" (func $write_result (param i32 i32)))
    ${imports}
    (memory (export "memory") 1 1)
    (func (export "user_entrypoint") (param $len i32) (result i32)
      ${body}))`
}

/** Answers one 32-byte word. */
export function answering(value: number): string {
  return program(`(i32.store8 (i32.const 31) (i32.const ${value}))
    (call $write_result (i32.const 0) (i32.const 32))
    (i32.const 0)`)
}
