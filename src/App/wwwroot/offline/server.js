// How the part that works without a network asks the server: by a header that no other site can send.
import { device, ending, endingRead } from "./marker.js"

const headers = { "X-Lien-Thong": "offline" }

export const ask = url => fetch(url, { headers, cache: "no-store", redirect: "error" })

export const post = (url, body, more = {}) => fetch(url, { method: "POST", body, headers: { ...headers, ...more.headers }, cache: "no-store", signal: more.signal })

const tell = (url, id) => post(url, JSON.stringify({ device: id }), { headers: { "Content-Type": "application/json" } })

/** Comes into contact: ok, signed-out, other (another person is signed in), gone (it was revoked, and is destroyed now), or away. */
export async function meet(vault) {
  const at = Date.now()
  let answer
  try {
    answer = await tell("/offline/contact", vault.state.device)
  } catch {
    return "away"
  }
  if (answer.ok) await vault.met(at)
  if (answer.status === 410) await vault.destroy("revoked")
  return answer.ok ? "ok" : { 401: "signed-out", 404: "other", 410: "gone" }[answer.status] ?? "away"
}

/** Tells the server that nothing is kept here any more. */
export async function confess() {
  const gone = ending()
  if (device() || !gone?.device) return
  const answer = await tell("/offline/wiped", gone.device).catch(() => undefined)
  if (answer?.ok || answer?.status === 404) endingRead()
}
