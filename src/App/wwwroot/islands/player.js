// Plays what was said: from any place, faster, without its silences, by keys; the browser's own player stays where this cannot.
import silences from "./silences.js"

const speeds = [1, 1.25, 1.5, 2]
export const clock = seconds => `${Math.floor(Math.round(seconds) / 60)}:${String(Math.round(seconds) % 60).padStart(2, "0")}`
const svg = name => document.createElementNS("http://www.w3.org/2000/svg", name)

class Player {
  constructor(element) {
    this.element = element
    this.audio = element.querySelector("audio")
    element.querySelectorAll(":scope > :not(audio, template)").forEach(part => part.remove())
    element.append(element.querySelector("template").content.cloneNode(true))
    Object.assign(this, { place: element.querySelector("input"), time: element.querySelector("output"), trouble: element.querySelector(".trouble"), speed: 0 })
    this.button = element.querySelector("[data-do=play]")
    this.listenWord = this.button.getAttribute("aria-label")
    this.audio.hidden = true
    this.draw()
    this.wire()
    this.tell()
  }

  /** Browsers do not write the length into what they record. */
  get seconds() {
    const { duration } = this.audio
    return Number.isFinite(duration) && duration > 0 ? duration : Number(this.element.dataset.ms) / 1000
  }

  draw() {
    const peaks = [...(this.element.dataset.peaks || "1".repeat(60))]
    const drawing = this.element.querySelector(".sound-wave svg")
    this.bars = peaks.map((peak, i) => {
      const [bar, width, height] = [svg("rect"), 200 / peaks.length, 3 + parseInt(peak, 16) / 15 * 27]
      for (const [name, value] of Object.entries({ x: i * width, y: 16 - height / 2, width: width * 0.6, height, rx: 0.8 })) bar.setAttribute(name, value)
      return drawing.appendChild(bar)
    })
  }

  wire() {
    this.element.querySelector(".sound-player").addEventListener("click", event => {
      const button = event.target.closest("[data-do]")
      const deeds = { play: () => this.play(), speed: () => this.hasten(button), skip: () => this.skip(button) }
      deeds[button?.dataset.do]?.()
    })
    this.place.addEventListener("input", () => this.seek(Number(this.place.value)))
    for (const name of ["play", "pause", "ended"]) this.audio.addEventListener(name, () => this.turn())
    this.audio.addEventListener("timeupdate", () => this.tell())
    this.audio.addEventListener("error", () => {
      this.trouble.textContent = this.element.dataset.failed
      this.trouble.hidden = false
    })
  }

  async play() {
    if (!this.audio.paused) {
      this.audio.pause()
      return
    }
    await this.measure()
    this.audio.playbackRate = speeds[this.speed]
    await this.audio.play()
  }

  /** A recording without a length can be entered at any place only after the browser has once looked for its end. */
  async measure() {
    if (this.isMeasured) return
    this.isMeasured = true
    const { audio } = this
    const happens = name => new Promise(done => audio.addEventListener(name, done, { once: true }))
    if (audio.readyState < HTMLMediaElement.HAVE_METADATA) {
      audio.preload = "auto"
      const known = happens("loadedmetadata")
      audio.load()
      await known
    }
    if (audio.duration !== Infinity) return
    const found = happens("seeked")
    audio.currentTime = 1e6
    await found
    const back = happens("seeked")
    audio.currentTime = 0
    await back
  }

  async seek(seconds) {
    await this.measure()
    this.audio.currentTime = Math.min(seconds, Math.max(this.seconds - 0.05, 0))
  }

  turn() {
    const isPlaying = !this.audio.paused && !this.audio.ended
    this.element.classList.toggle("is-playing", isPlaying)
    this.button.setAttribute("aria-label", isPlaying ? this.element.dataset.stop : this.listenWord)
    if (isPlaying) this.follow()
  }

  follow() {
    if (this.audio.paused) return
    const { currentTime } = this.audio
    const silence = this.silences?.find(([from, until]) => currentTime >= from && currentTime < until)
    if (silence) this.audio.currentTime = silence[1]
    this.tell()
    requestAnimationFrame(() => this.follow())
  }

  tell() {
    const [now, all] = [Math.min(this.audio.currentTime, this.seconds), this.seconds]
    Object.assign(this.place, { max: all, step: all > 60 ? 1 : 0.25, value: now })
    this.place.setAttribute("aria-valuetext", this.element.dataset.of.replace("##", clock(all)).replace("#", clock(now)))
    this.time.value = `${clock(now)} / ${clock(all)}`
    this.bars.forEach((bar, i) => bar.classList.toggle("played", i < now / all * this.bars.length))
  }

  hasten(button) {
    this.speed = (this.speed + 1) % speeds.length
    this.audio.playbackRate = speeds[this.speed]
    button.querySelector("[data-speed]").textContent = `${speeds[this.speed].toLocaleString(document.documentElement.lang)}×`
  }

  async skip(button) {
    const isOn = button.getAttribute("aria-pressed") !== "true"
    button.setAttribute("aria-pressed", isOn)
    this.silences = isOn ? await silences(this.audio.src).catch(() => undefined) : undefined
  }
}

export default function player(element) {
  if (element.querySelector("audio").getAttribute("src")) new Player(element)
}
