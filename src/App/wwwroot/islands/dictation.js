// Lets the browser's own recogniser write down what is said, where an administrator has allowed it: it may send the speech to the browser's maker.
const Recogniser = window.SpeechRecognition ?? window.webkitSpeechRecognition

/** Calls hear with each stretch of words; gives how to end it. */
export default function dictate(hear) {
  if (!Recogniser) return () => {}
  const recogniser = new Recogniser()
  Object.assign(recogniser, { lang: "vi-VN", continuous: true, interimResults: false })
  let isWanted = true
  recogniser.addEventListener("result", event => {
    for (let i = event.resultIndex; i < event.results.length; i++) if (event.results[i].isFinal) hear(event.results[i][0].transcript.trim())
  })
  recogniser.addEventListener("end", () => { if (isWanted) recogniser.start() }) // It ends by itself at each silence.
  recogniser.addEventListener("error", event => { if (event.error !== "no-speech") isWanted = false })
  recogniser.start()
  return () => {
    isWanted = false
    recogniser.stop()
  }
}
