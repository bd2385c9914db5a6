/** `npm run docs:preview`: serves what `docs:build` made. */
import { vitepress } from './vitepress.ts'

await vitepress('preview')
