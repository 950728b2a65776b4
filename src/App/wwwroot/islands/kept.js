// The recording that belongs to the form: put away on the server at once, listened to, removed, written down by the server's engine.
import player, { clock } from "./player.js"

const pause = milliseconds => new Promise(done => { setTimeout(done, milliseconds) })
const patience = 60 // Questions after the words, two seconds apart.

/** Browsers do not write the length into what they record, but find it. */
async function lengthOf(blob) {
  const context = new AudioContext()
  try {
    return Math.round((await context.decodeAudioData(await blob.arrayBuffer())).duration * 1000)
  } finally {
    await context.close()
  }
}

export default class Kept {
  constructor(element, say) {
    this.element = element
    this.say = say
    this.form = element.closest("form")
    this.block = element.querySelector(".voice-kept")
    this.id = element.querySelector("[name=RecordingId]")
    this.block.querySelector("[data-do=remove]").addEventListener("click", () => this.remove())
    this.block.querySelector("[data-do=again]").addEventListener("click", () => this.send())
    element.querySelector("[name=Recording]")?.addEventListener("change", event => {
      const [file] = event.target.files
      if (file) this.put(file, "", "").then(() => { event.target.value = "" })
    })
    element.addEventListener("sound", () => this.take())
    this.take()
  }

  /** What waited on this device comes back. */
  take() {
    const { sound } = this.element
    if (!sound) return
    delete this.element.sound
    this.put(sound.blob, sound.peaks, "")
  }

  /** Puts a recording away and shows it; one that was there before is replaced. */
  put(blob, peaks, doubt) {
    this.pending = { blob, peaks, doubt, id: crypto.randomUUID?.() ?? "" }
    return this.element.dataset.away ? this.hold() : this.send()
  }

  /** Without a network it goes with the form when that is sent. */
  async hold() {
    const { blob, peaks, doubt, id } = this.pending
    this.pending = undefined
    this.form.sound = { blob, peaks }
    this.id.value = id
    const milliseconds = await lengthOf(blob)
    this.show(URL.createObjectURL(blob), peaks, milliseconds, false)
    this.say(doubt || this.element.dataset.away.replace("#", clock(milliseconds / 1000)), doubt !== "")
  }

  async send() {
    const { blob, peaks, doubt, id } = this.pending
    this.say(this.element.dataset.sending)
    const body = new FormData()
    body.append("__RequestVerificationToken", this.secret)
    body.append("Id", id)
    body.append("Peaks", peaks)
    body.append("Recording", blob, "recording")
    let answer, kept
    try {
      answer = await fetch(this.element.dataset.href, { method: "POST", body, headers: { Accept: "application/json" } })
      kept = await answer.json()
    } catch {
      this.show(URL.createObjectURL(blob), peaks, 0, true)
      this.say(this.element.dataset.unsent, true)
      return
    }
    this.pending = undefined
    if (!answer.ok) {
      this.say(kept.sentence, true)
      return
    }
    const before = this.id.value
    this.id.value = kept.id
    this.show(`/recordings/${kept.id}`, peaks, kept.durationMs, false)
    this.say(doubt || this.element.dataset.kept.replace("#", clock(kept.durationMs / 1000)), doubt !== "")
    if (before) this.forget(before)
    if (kept.waits) this.awaitWords(kept.id)
  }

  async remove() {
    this.pending = this.form.sound = undefined
    const before = this.id.value
    this.id.value = ""
    this.block.hidden = true
    this.say("")
    if (before && !this.element.dataset.away) await this.forget(before)
    this.element.querySelector(".talk").focus()
  }

  forget(id) {
    return fetch(`/recordings/${id}/removal${new URL(this.element.dataset.href, location).search}`, { method: "POST", body: new URLSearchParams({ __RequestVerificationToken: this.secret }), headers: { Accept: "application/json" } }).catch(() => {})
  }

  show(href, peaks, milliseconds, isPending) {
    this.block.hidden = false
    this.block.querySelector("[data-do=again]").hidden = !isPending
    const sound = this.block.querySelector(".sound")
    Object.assign(sound.dataset, { peaks, ms: milliseconds })
    sound.querySelector("audio").src = href
    player(sound)
  }

  /** The engine's words come into the field, if nobody has written there meanwhile. */
  async awaitWords(id) {
    const words = this.form.elements.Words
    this.say(this.element.dataset.hearing)
    for (let round = 0; round < patience && this.id.value === id; round++) {
      await pause(2000)
      const answer = await fetch(`/recordings/${id}/transcript`).catch(() => undefined)
      const transcript = answer?.ok ? (await answer.json()).transcript : undefined
      if (!transcript) continue
      if (transcript.words && words.value.trim() === "") {
        words.value = transcript.words.slice(0, words.maxLength)
        words.dispatchEvent(new Event("input", { bubbles: true }))
      }
      this.say(transcript.words ? this.element.dataset.heard : transcript.says, !transcript.words)
      return
    }
  }

  get secret() {
    return this.form.elements.__RequestVerificationToken.value
  }
}
