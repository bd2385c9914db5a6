/**
 * `npm run docs:build`: the site as files, in `docs/.vitepress/dist`. `DOCS_URL` says where it will stand. Where cargo
 * is found the crates' documentation is built into it; `DOCS_RUSTDOC=no` leaves that out.
 */
import { buildRustdoc } from './rustdoc.ts'
import { vitepress } from './vitepress.ts'

if (process.env.DOCS_RUSTDOC === 'no') delete process.env.DOCS_RUSTDOC
else {
  const made = await buildRustdoc()
  if ('dir' in made) process.env.DOCS_RUSTDOC = made.dir
  else {
    delete process.env.DOCS_RUSTDOC
    console.log(`without the crates' documentation: ${made.without}`)
  }
}
await vitepress('build')
