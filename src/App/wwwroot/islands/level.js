// Measures how loud it is, many times a second, and says of the whole whether it can be understood.
const every = 50 // Milliseconds.
const peaksMax = 120
const ceiling = 0.985, cutSamples = 4 // A wave whose top is flat; a mere touch of the ceiling is what the browser's own gain control makes of a quiet voice.

/** Calls tell with how loud it is now, from 0 to 1; remembers all for judging. */
export class Level {
  constructor(analyser, tell) {
    Object.assign(this, { analyser, tell, all: [], samples: new Float32Array(analyser.fftSize) })
  }

  start() {
    this.timer = setInterval(() => this.measure(), every)
  }

  stop() {
    clearInterval(this.timer)
  }

  measure() {
    this.analyser.getFloatTimeDomainData(this.samples)
    let [sum, run, longest] = [0, 0, 0]
    for (const sample of this.samples) {
      sum += sample * sample
      run = Math.abs(sample) > ceiling ? run + 1 : 0
      longest = Math.max(longest, run)
    }
    const loud = Math.sqrt(sum / this.samples.length)
    this.all.push({ loud, isCut: longest >= cutSamples })
    this.tell(heard(loud))
  }
}

/** From -60 dB to 0 dB as 0 to 1, as ears do it. */
const heard = loud => Math.min(Math.max(1 + Math.log10(Math.max(loud, 1e-6)) / 3, 0), 1)

/** short, silent, clipped, noisy, or nothing when it is good. */
export function judge(all, seconds) {
  if (seconds < 0.7) return "short"
  const sorted = all.map(moment => moment.loud).sort((a, b) => a - b)
  const at = part => sorted[Math.floor((sorted.length - 1) * part)] ?? 0
  if (at(0.98) < 0.006) return "silent"
  if (all.filter(moment => moment.isCut).length > all.length * 0.1) return "clipped"
  if (seconds > 3 && at(0.1) > 0.01 && at(0.95) < at(0.1) * 3) return "noisy"
  return ""
}

/** A hexadecimal digit for each stretch of equal length. */
export function peaksOf(all) {
  const count = Math.min(all.length, peaksMax)
  return Array.from({ length: count }, (_, i) => {
    const stretch = all.slice(Math.floor(i * all.length / count), Math.floor((i + 1) * all.length / count))
    return Math.round(heard(Math.max(...stretch.map(moment => moment.loud))) * 15).toString(16)
  }).join("")
}
