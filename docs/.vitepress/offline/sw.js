/*
 * The service worker: keeps the lessons, and every page that was visited, for reading without a network.
 * The build puts `self.inkling = { version, files }` before this text; a new version has a cache of its own.
 */
const { version, files } = self.inkling
const base = new URL(self.registration.scope).pathname
const prefix = `inkling ${base} `
const current = prefix + version
/** Milliseconds after which a page that is kept is shown in place of one that doesn't come. */
const patience = 4_000

self.addEventListener('install', (event) => event.waitUntil(fill()))
self.addEventListener('activate', (event) => event.waitUntil(clean()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith(base)) return
  if (url.pathname.startsWith(`${base}rustdoc/`)) return
  if (request.mode === 'navigate') event.respondWith(page(request, url).then((it) => isolated(it, url)))
  else if (url.pathname.startsWith(`${base}assets/`)) event.respondWith(asset(request))
  else event.respondWith(freshOrKept(request))
})

/** Everything on the list, or nothing: half a version would be no version. Files that did not change are not fetched. */
async function fill() {
  const cache = await caches.open(current)
  await Promise.all(
    files.map(async (file) => {
      const url = base + file
      const kept = file.startsWith('assets/') ? await caches.match(url) : undefined
      const response = kept ?? (await fetch(url, { cache: 'no-cache' }))
      if (!response.ok) throw new Error(`${url}: ${response.status}`)
      await cache.put(url, response)
    }),
  )
}

async function clean() {
  for (const name of await caches.keys())
    if (name.startsWith(prefix) && name !== current) await caches.delete(name)
  await self.clients.claim()
}

/** A page: from the network while there is one, else as it was kept; from a slow network only where nothing is kept. */
async function page(request, url) {
  const network = fetch(request)
  try {
    return await keptToo(url, await within(network, patience))
  } catch {
    const kept = (await ofPath(url.pathname)) ?? (await ofPath(`${url.pathname}.html`))
    if (kept) return kept
  }
  try {
    return await keptToo(url, await network)
  } catch {
    const headers = { 'content-type': 'text/html; charset=utf-8' }
    return new Response(offlinePage(), { status: 503, headers })
  }
}

/** The terminal runs on isolated pages only, and hosts such as GitHub Pages send no headers: it gets them here. */
function isolated(response, url) {
  if (!/^terminal(\.html)?$/.test(url.pathname.slice(base.length)) || response.redirected) return response
  const headers = new Headers(response.headers)
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp')
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}

async function keptToo(url, response) {
  if (response.ok && !response.redirected) await keep(url.origin + url.pathname, response.clone())
  return response
}

/** Files with a hash in their name never change. */
async function asset(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await keep(request.url, response.clone())
  return response
}

async function freshOrKept(request) {
  try {
    const response = await fetch(request)
    if (response.ok) await keep(request.url, response.clone())
    return response
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true })
    if (kept) return kept
    throw error
  }
}

const ofPath = (path) => caches.match(path.endsWith('/') ? `${path}index.html` : path, { ignoreSearch: true })

/** A full disk is no reason to show nothing. */
async function keep(url, response) {
  try {
    const address = url.endsWith('/') ? `${url}index.html` : url
    await (await caches.open(current)).put(address, response)
  } catch {}
}

function within(promise, milliseconds) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too slow')), milliseconds)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function offlinePage() {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Offline | Inkling</title>
<style>body{max-width:34rem;margin:20vh auto;padding:0 1.5rem;background:#fbfaf6;color:#1b1f3b;font:1.1rem/1.6 Georgia,serif}a{color:#2f3fb5}@media(prefers-color-scheme:dark){body{background:#14162b;color:#ecebe4}a{color:#a3b0ff}}</style>
<h1>This page is not kept for reading offline</h1>
<p>Lessons and pages that you opened before are. Come back to this one with a network.</p>
<p><a href="${base}">To the first page</a> · <a href="${base}lessons/">To the lessons</a></p></html>`
}
