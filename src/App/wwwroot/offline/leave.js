// Destroys what this browser keeps, tells the server, and lets the worker go.
import { device, ended } from "./marker.js"
import { confess } from "./server.js"
import { openVault } from "./vault.js"

/** question is asked when something waits that would go too; false when it was not to. */
export default async function leave(question) {
  const vault = await openVault()
  const unsent = vault ? await vault.db.count("queue") : 0
  if (unsent > 0 && !confirm(question.replace("#", unsent))) return false
  if (vault) await vault.destroy("out")
  else if (device()) ended("out", 0)
  const worker = await navigator.serviceWorker?.getRegistration("/") // The one that shows pages; notices have another.
  await worker?.unregister()
  for (const cache of await caches.keys()) await caches.delete(cache)
  await confess()
  return true
}
