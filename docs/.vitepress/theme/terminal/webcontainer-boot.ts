import { type FileSystemTree, WebContainer } from '@webcontainer/api'
import type { Container } from './container.ts'

/** StackBlitz' WebContainer behind our interface. The only file that knows it; loaded after the visitor agreed. */
export async function boot(): Promise<Container> {
  const container = await WebContainer.boot({ coep: 'require-corp' })
  return {
    mount: (files) => container.mount(asTree(files)),
    write: (path, text) => container.fs.writeFile(path, text),
    spawn: (command, args) => container.spawn(command, args),
    teardown: () => container.teardown(),
  }
}

function asTree(files: Record<string, string | Uint8Array>): FileSystemTree {
  const tree: FileSystemTree = {}
  for (const [path, contents] of Object.entries(files)) {
    const parts = path.split('/')
    const name = parts.pop()!
    let at = tree
    for (const part of parts) {
      at[part] ??= { directory: {} }
      at = (at[part] as { directory: FileSystemTree }).directory
    }
    at[name] = { file: { contents } }
  }
  return tree
}
