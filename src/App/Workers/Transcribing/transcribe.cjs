// node transcribe.cjs MODULES MODEL SOUND.wav WORDS.json: hears 16 kHz sound with a sherpa-onnx model and writes the words as a JSON string. Ends with 3 when the model cannot be opened.
// MODEL holds recognizer.json (the configuration of an offline recogniser of sherpa-onnx, file names within the folder), or the files of a transducer or of Whisper by their usual names.
const { existsSync, readFileSync, readdirSync, writeFileSync } = require("node:fs")
const { join } = require("node:path")

const [modules, model, sound, words] = process.argv.slice(2)
const noModel = 3

/** Names of files become paths within the folder. */
const within = value => typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, within(inner)]))
  : typeof value === "string" && /\.(onnx|txt|model|fst|vocab)$/.test(value) ? join(model, value) : value

function configuration() {
  if (existsSync(join(model, "recognizer.json"))) return within(JSON.parse(readFileSync(join(model, "recognizer.json"), "utf8")))
  const names = readdirSync(model)
  const find = (part, end) => names.filter(name => name.includes(part) && name.endsWith(end)).sort((a, b) => a.includes("int8") === b.includes("int8") ? 0 : a.includes("int8") ? -1 : 1)[0]
  const [encoder, decoder, joiner, tokens] = [find("encoder", ".onnx"), find("decoder", ".onnx"), find("joiner", ".onnx"), find("tokens", ".txt")]
  if (!encoder || !decoder || !tokens) throw new Error("The folder holds neither recognizer.json nor an encoder, a decoder and tokens.")
  return within({ modelConfig: { ...(joiner ? { transducer: { encoder, decoder, joiner } } : { whisper: { encoder, decoder, language: "vi", task: "transcribe" } }), tokens } })
}

function open(sherpa) {
  try {
    const config = configuration()
    const recognizer = sherpa.createOfflineRecognizer({ ...config, modelConfig: { numThreads: 1, debug: 0, ...config.modelConfig } })
    if (recognizer.handle) return recognizer
  } catch (failure) {
    console.error(String(failure))
  }
  process.exit(noModel)
}

const sherpa = require(join(modules, "sherpa-onnx"))
const recognizer = open(sherpa)
const { samples, sampleRate } = sherpa.readWave(sound)
const heard = []
const stretch = 25 * sampleRate // Models are made for short stretches.
for (let at = 0; at < samples.length; at += stretch) {
  const stream = recognizer.createStream()
  stream.acceptWaveform(sampleRate, samples.subarray(at, at + stretch))
  recognizer.decode(stream)
  heard.push(recognizer.getResult(stream).text.trim())
  stream.free()
}
writeFileSync(words, JSON.stringify(heard.filter(part => part !== "").join(" ")))
