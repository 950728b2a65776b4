// Keeps the pages of the desk, as the server made them, and the files they show; what is no longer on the desk goes.
import { ask } from "./server.js"

const soundBytesMax = 64 << 20 // Of all recordings together; what is due first is kept first.
const isSound = path => path.endsWith("/recording")

export const at = href => new URL(href, location.origin).pathname

/** What a page shows beside itself: the pages of a PDF, a picture, ink drawn and words spoken earlier. */
function partsOf(html) {
  const page = new DOMParser().parseFromString(html, "text/html")
  const shown = [...page.querySelectorAll("main [data-island~=pdf][data-src], main [data-island~=ink][data-src]")].map(element => element.dataset.src)
  return [...shown, ...[...page.querySelectorAll("main img.viewer-picture, main [data-island~=player] audio[src]")].map(picture => picture.getAttribute("src"))].map(at)
}

async function keep(vault, path, mark, isPage) {
  const answer = await ask(path)
  if (!answer.ok) {
    if (answer.status >= 500 || answer.status === 401) throw new Error(`${answer.status}`)
    return undefined // It is not there any more, or not for us.
  }
  const content = await answer.arrayBuffer()
  const parts = isPage && at(path) !== "/desk" ? partsOf(new TextDecoder().decode(content)) : []
  const sealed = await vault.seal(content, at(path))
  await vault.db.put("copies", { path: at(path), mark, parts, type: answer.headers.get("Content-Type"), sealed })
  return { parts, bytes: content.byteLength }
}

/** Fetches what is new or has changed; tell hears how far it is. */
export async function refresh(vault, tell) {
  const { documents, pages } = await (await ask("/offline/copies")).json()
  const known = new Map((await vault.db.getAll("copies")).map(({ path, mark, parts, sealed }) => [path, { mark, parts, bytes: sealed.data.byteLength }]))
  let sounds = [...known].reduce((all, [path, { bytes }]) => isSound(path) ? all + bytes : all, 0)
  const wanted = new Set()
  for (const [index, { path, mark }] of pages.entries()) {
    tell(index, pages.length)
    const before = known.get(at(path))
    const parts = before?.mark === mark ? before.parts : (await keep(vault, path, mark, true))?.parts
    if (!parts) continue
    wanted.add(at(path))
    for (const part of parts) {
      if (!known.has(part) && !wanted.has(part) || part.endsWith("/ink") && before?.mark !== mark) {
        if (isSound(part) && sounds >= soundBytesMax) continue
        const kept = await keep(vault, part, "", false)
        if (isSound(part)) sounds += kept?.bytes ?? 0
      }
      wanted.add(part)
    }
  }
  for (const path of known.keys()) if (!wanted.has(path)) await vault.db.delete("copies", path)
  return documents
}

/** The copy of an address, opened; nothing when there is none. */
export async function read(vault, path) {
  const copy = await vault.db.get("copies", path)
  return copy && { type: copy.type, content: await vault.unseal(copy.sealed, path) }
}

export const has = async (vault, path) => await vault.db.getKey("copies", path) !== undefined
