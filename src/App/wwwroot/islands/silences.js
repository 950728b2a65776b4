// Finds the stretches of a recording in which nobody speaks.
const windowSeconds = 0.05, shortest = 0.6, margin = 0.15

export default async function silences(address) {
  const bytes = await (await fetch(address)).arrayBuffer()
  const sound = await new OfflineAudioContext(1, 1, 16000).decodeAudioData(bytes)
  const samples = sound.getChannelData(0)
  const size = Math.round(windowSeconds * sound.sampleRate)
  const loud = Array.from({ length: Math.ceil(samples.length / size) }, (_, i) => {
    let sum = 0
    const part = samples.subarray(i * size, (i + 1) * size)
    for (const sample of part) sum += sample * sample
    return Math.sqrt(sum / part.length)
  })
  const quiet = Math.max(0.004, [...loud].sort((a, b) => a - b)[Math.floor(loud.length * 0.95)] * 0.08)
  const found = []
  for (let i = 0; i < loud.length; i++) {
    if (loud[i] >= quiet) continue
    let end = i
    while (end < loud.length && loud[end] < quiet) end++
    const [from, until] = [i * windowSeconds + margin, end * windowSeconds - margin]
    if (until - from >= shortest - 2 * margin) found.push([from, until])
    i = end
  }
  return found
}
