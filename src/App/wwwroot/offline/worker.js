// The service worker of an enrolled browser: files from the cache, pages from the network, and where that fails the page that opens what is kept. Nothing of a document comes into its cache.
const { version, files } = self.kept
const { NavigationRoute, registerRoute } = workbox.routing
const { CacheFirst, NetworkFirst, NetworkOnly } = workbox.strategies

const page = "/offline"
const cacheName = `files-${version}`
const matchOptions = { ignoreSearch: true }
const known = new Set(files)
const isKnown = url => url.origin === location.origin && known.has(url.pathname)

/** What an interrupted installation has fetched is not fetched again. */
async function install() {
  const cache = await caches.open(cacheName)
  const missing = []
  for (const file of [page, ...files]) if (!await cache.match(file)) missing.push(file)
  const fetchOne = async () => {
    for (let file = missing.shift(); file; file = missing.shift()) await cache.add(new Request(file, { cache: "no-cache" }))
  }
  await Promise.all([fetchOne(), fetchOne(), fetchOne(), fetchOne()])
  await self.skipWaiting()
}

async function tidy() {
  for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name)
  await self.clients.claim()
}

self.addEventListener("install", event => event.waitUntil(install()))
self.addEventListener("activate", event => event.waitUntil(tidy()))

// Files of another version than this worker's are not its business; what files ask for by themselves bears no version.
registerRoute(({ url }) => isKnown(url) && url.searchParams.get("v") === version, new CacheFirst({ cacheName, matchOptions }))
registerRoute(({ url }) => isKnown(url) && url.search === "", new NetworkFirst({ cacheName, matchOptions, networkTimeoutSeconds: 3 }))

const pages = new NetworkOnly({ networkTimeoutSeconds: 30 })
registerRoute(new NavigationRoute(async options => {
  try {
    return await pages.handle(options)
  } catch {
    return await caches.match(page, { cacheName }) ?? Response.error()
  }
}))
