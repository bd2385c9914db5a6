/** `npm run docs:build`: the site as files, in `docs/.vitepress/dist`. `DOCS_URL` says where it will stand. */
import { vitepress } from './vitepress.ts'

await vitepress('build')
