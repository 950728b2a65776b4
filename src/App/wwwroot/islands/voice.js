// Speaking into a directive: hold to talk, or tap and go on; see how loud it is; listen before sending.
import Recorder, { obstacle, problemOf } from "./recorder.js"
import { judge, peaksOf } from "./level.js"
import dictate from "./dictation.js"
import hold from "./hold.js"
import Kept from "./kept.js"
import { clock } from "./player.js"

class Voice {
  constructor(element) {
    this.element = element
    this.texts = element.dataset
    this.talk = element.querySelector(".talk")
    this.bar = element.querySelector(".voice-bar")
    this.said = element.querySelector("#voice-said")
    this.kept = new Kept(element, (text, isTrouble) => this.say(text, isTrouble))
    this.pauseButton = this.bar.querySelector("[data-do=pause]")
    this.pauseWord = this.pauseButton.querySelector("span").textContent
    this.talk.hidden = false
    hold(this.talk, { begin: () => this.begin(), end: () => this.finish(), lock: () => this.lock(), isOn: () => this.recorder !== undefined || this.opening !== undefined })
    this.bar.addEventListener("click", event => ({ pause: () => this.toggle(), stop: () => this.finish(), cancel: () => this.cancel() })[event.target.closest("[data-do]")?.dataset.do]?.())
    element.closest("form").addEventListener("submit", event => this.beforeSending(event))
    addEventListener("pagehide", () => this.recorder?.stop())
  }

  say(text, isTrouble = false) {
    this.said.textContent = text ?? ""
    this.said.classList.toggle("trouble", isTrouble)
  }

  async begin() {
    if (obstacle()) {
      this.say(this.texts[obstacle()], true)
      return
    }
    this.opening = Recorder.open(level => this.bar.querySelector(".level").setAttribute("width", Math.round(level * 100)))
    try {
      this.recorder = await this.opening
    } catch (failure) {
      this.say(this.texts[problemOf(failure)], true)
      return
    } finally {
      this.opening = undefined
    }
    this.talk.classList.add("on")
    this.bar.hidden = false
    this.say(this.texts[this.isLocked ? "locked" : "recording"])
    if (this.texts.dictates) this.endDictation = dictate(words => this.hear(words))
    this.timer = setInterval(() => this.tick(), 200)
  }

  /** It goes on without being held; also when the browser still asks whether it may. */
  lock() {
    this.isLocked = true
    if (this.recorder) this.say(this.texts.locked)
  }

  tick() {
    this.bar.querySelector("b").textContent = clock(Math.floor(this.recorder.seconds))
    if (this.recorder.seconds >= Number(this.texts.seconds)) this.finish(this.texts.limit)
  }

  toggle() {
    if (this.recorder.isPaused) this.recorder.resume()
    else this.recorder.pause()
    const { isPaused } = this.recorder
    this.pauseButton.querySelector("span").textContent = isPaused ? this.pauseButton.dataset.resume : this.pauseWord
    this.lock()
    if (isPaused) this.say(this.texts.paused)
  }

  async finish(why = "") {
    if (this.opening) return this.lock() // The browser asks; the press that answers it is none on the button.
    if (!this.recorder) return
    const { level, seconds, blob } = await this.end()
    const doubt = judge(level.all, seconds)
    if (doubt === "short") this.say(this.texts.short, true)
    else await this.kept.put(blob, peaksOf(level.all), doubt ? this.texts[doubt] : why)
  }

  async cancel() {
    await this.end()
    this.say("")
    this.talk.focus()
  }

  async end() {
    const { recorder } = this
    const { level, seconds } = recorder
    this.recorder = undefined
    this.isLocked = false
    clearInterval(this.timer)
    this.endDictation?.()
    this.talk.classList.remove("on")
    this.bar.hidden = true
    this.pauseButton.querySelector("span").textContent = this.pauseWord
    return { level, seconds, blob: await recorder.stop() }
  }

  /** What the browser heard goes behind the words; once somebody changes them they are no longer only heard. */
  hear(words) {
    const form = this.element.closest("form")
    const [field, heard] = [form.elements.Words, form.elements.Heard]
    const isOnlyHeard = field.value === heard.value
    field.value = `${field.value} ${words}`.trim().slice(0, field.maxLength)
    if (isOnlyHeard) heard.value = field.value
    field.dispatchEvent(new Event("input", { bubbles: true }))
  }

  /** Whoever presses send while still speaking means what was said too. */
  async beforeSending(event) {
    if (!this.recorder && !this.kept.pending) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const { submitter } = event
    if (this.recorder) await this.finish()
    else await this.kept.send()
    if (!this.kept.pending) event.target.requestSubmit(submitter)
  }
}

export default function voice(element) {
  new Voice(element)
}
