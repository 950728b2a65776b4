// What was written, drawn or said and waits to be sent: in order, one at a time, under an id made here, so that the server does each once however often it is sent.
import { meet, post } from "./server.js"

const own = ["__RequestVerificationToken", "AddRow", "Propose"]
const targets = [["directive", /^\/documents\/([0-9a-f-]{36})\/directive$/], ["progress", /^\/assignments\/([0-9a-f-]{36})\/progress$/]]

/** What may wait: the kind and its target, by where a form would be posted. */
export function waits(form) {
  const path = new URL(form.getAttribute("action") ?? "", location.origin).pathname
  const [kind, pattern] = targets.find(([, one]) => one.test(path)) ?? []
  return kind && { kind, target: pattern.exec(path)[1] }
}

export const fieldsOf = form => [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !own.includes(name))

/** sound: what was recorded with it, { blob, peaks }. document: where it is shown as waiting. */
export async function add(vault, { kind, target, document, fields, sound }) {
  const id = crypto.randomUUID()
  await vault.db.add("queue", {
    id, kind, target, document, at: Date.now(), fields: await vault.seal(JSON.stringify(fields), id),
    sound: sound && { type: sound.blob.type, peaks: sound.peaks, sealed: await vault.seal(await sound.blob.arrayBuffer(), id) },
  })
}

export const all = vault => vault.db.getAll("queue")

export const drop = (vault, item) => vault.db.delete("queue", item.place)

/** What waits, opened. */
export async function open(vault, item) {
  const fields = JSON.parse(new TextDecoder().decode(await vault.unseal(item.fields, item.id)))
  const sound = item.sound && { blob: new Blob([await vault.unseal(item.sound.sealed, item.id)], { type: item.sound.type }), peaks: item.sound.peaks }
  return { fields, sound }
}

/** The first words of it, to know it again. */
export function gist({ fields, sound }, names) {
  const value = name => fields.find(([field]) => field === name)?.[1] ?? ""
  const words = value("Words") || value("Report") || (value("Progress") && `${value("Progress")} %`) || (sound ? names.sound : names.ink)
  return words.length > 120 ? `${words.slice(0, 119)}…` : words
}

async function bodyOf(vault, item) {
  const { fields, sound } = await open(vault, item)
  const body = new FormData()
  for (const [name, value] of [["Device", vault.state.device], ["Kind", item.kind], ["Target", item.target], ...fields]) body.append(name, value)
  if (sound) {
    body.append("Peaks", sound.peaks)
    body.append("Recording", sound.blob, "recording")
  }
  return body
}

async function sendOne(vault, item) {
  const body = await bodyOf(vault, item)
  const patience = 60_000 + (item.sound?.sealed.data.byteLength ?? 0) // A millisecond for each byte is slower than any line.
  const answer = await post("/offline/queue", body, { headers: { "Idempotency-Key": item.id }, signal: AbortSignal.timeout(patience) })
  if (answer.ok) await drop(vault, item)
  else if ([401, 408, 410, 429].includes(answer.status) || answer.status >= 500) throw new Error(`${answer.status}`)
  else await vault.db.put("queue", { ...item, problem: (await answer.json()).sentence })
  return answer.ok
}

/** Sends what can be sent; what comes back with a reason stays, and whatever waits behind it on the same thing. Gives how many went, and why it stopped: "", away, signed-out, other or gone. */
export function send(vault) {
  return navigator.locks.request("offline-queue", async () => {
    let sent = 0
    const met = await meet(vault)
    if (met !== "ok") return { sent, stop: met }
    const stuck = new Set()
    for (const item of await all(vault)) {
      if (item.problem) stuck.add(item.target)
      if (stuck.has(item.target)) continue
      try {
        if (await sendOne(vault, item)) sent++
        else stuck.add(item.target)
      } catch (failure) {
        return { sent, stop: { 401: "signed-out", 410: await revoked(vault, failure) }[failure.message] ?? "away" }
      }
    }
    return { sent, stop: "" }
  })
}

async function revoked(vault, failure) {
  return failure.message === "410" ? meet(vault) : "away"
}
