/** `npm run docs:dev`: the site while you write it, on http://localhost:5173. Flags of vitepress follow `--`. */
import { vitepress } from './vitepress.ts'

await vitepress('dev')
