import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../bootstrap/paths.mjs'

/** Hands this process over to vitepress' own command line. */
export async function vitepress(command: 'dev' | 'build' | 'preview'): Promise<void> {
  // Paths in flags are read from the root, wherever npm was started.
  process.chdir(root)
  process.argv.splice(2, 0, command, 'docs')
  await import(pathToFileURL(join(root, 'node_modules/vitepress/bin/vitepress.js')).href)
}
