// Records the microphone as Opus where the browser can, with pauses, and measures while it does.
import { Level } from "./level.js"

const kinds = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"]
const problems = { NotAllowedError: "refused", SecurityError: "refused", NotFoundError: "missing", OverconstrainedError: "missing", NotReadableError: "busy", AbortError: "busy" }

/** Why nothing can be recorded here, or nothing. */
export const obstacle = () => !isSecureContext ? "insecure" : !navigator.mediaDevices?.getUserMedia || !window.MediaRecorder ? "unable" : ""

export const problemOf = failure => problems[failure.name] ?? "unable"

export default class Recorder {
  #chunks = []
  #before = 0 // Seconds recorded before the last pause.
  #since

  static async open(onLevel) {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true } })
    return new Recorder(stream, onLevel)
  }

  constructor(stream, onLevel) {
    this.stream = stream
    this.context = new AudioContext()
    const analyser = this.context.createAnalyser()
    analyser.fftSize = 2048
    this.context.createMediaStreamSource(stream).connect(analyser)
    this.level = new Level(analyser, onLevel)
    const mimeType = kinds.find(kind => MediaRecorder.isTypeSupported(kind))
    this.media = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 32000 })
    this.media.addEventListener("dataavailable", part => { if (part.data.size) this.#chunks.push(part.data) })
    this.media.start(1000)
    this.#run()
  }

  get seconds() {
    return this.#before + (this.#since === undefined ? 0 : (performance.now() - this.#since) / 1000)
  }

  get isPaused() {
    return this.media.state === "paused"
  }

  pause() {
    this.media.pause()
    this.#rest()
  }

  resume() {
    this.media.resume()
    this.#run()
  }

  /** The whole recording, when the browser has written its end. */
  async stop() {
    this.#rest()
    if (this.media.state !== "inactive") {
      const ended = new Promise(done => this.media.addEventListener("stop", done, { once: true }))
      this.media.stop()
      await ended
    }
    this.stream.getTracks().forEach(track => track.stop())
    await this.context.close()
    return new Blob(this.#chunks, { type: this.media.mimeType })
  }

  #run() {
    this.#since = performance.now()
    this.context.resume()
    this.level.start()
  }

  #rest() {
    this.#before = this.seconds
    this.#since = undefined
    this.level.stop()
  }
}
