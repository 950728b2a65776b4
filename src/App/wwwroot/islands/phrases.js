// Puts a phrase where the writer stands, with its blank selected, and keeps what is written as a phrase. The browser's own undo takes an insertion back.
const blank = /\{[^{}]*\}|…|\.{3,}/

export default function phrases(element) {
  const form = element.closest("form")
  const field = form.elements[element.dataset.into]
  const status = element.querySelector("[role=status]")
  let [isStood, isComposing] = [false, false]
  field.addEventListener("compositionstart", () => { isComposing = true })
  field.addEventListener("compositionend", () => { isComposing = false })
  for (const name of ["pointerdown", "keydown"]) field.addEventListener(name, () => { isStood = true })

  const settle = () => element.querySelectorAll("button").forEach(button => { button.type = "button" }) // With a script they send nothing.
  const say = text => { status.textContent = text ?? "" }

  const put = words => {
    field.focus()
    const at = isStood ? field.selectionEnd : field.value.length // Who has not been in the field yet goes on behind its words.
    field.setSelectionRange(at, at) // Nothing that is typed is replaced.
    const [before, after] = [field.value.slice(0, at), field.value.slice(at)]
    const text = `${/\S$/.test(before) ? " " : ""}${words}${/^[^\s.,;:!?)]/.test(after) ? " " : ""}`
    if (field.maxLength >= 0 && field.value.length + text.length > field.maxLength) return say(element.dataset.full)
    if (!document.execCommand("insertText", false, text)) { // The only way that the browser can undo.
      field.setRangeText(text, at, at, "end")
      field.dispatchEvent(new Event("input", { bubbles: true }))
    }
    const [start, hole] = [at + text.indexOf(words), blank.exec(words)]
    field.setSelectionRange(start + (hole ? hole.index : words.length), start + (hole ? hole.index + hole[0].length : words.length))
    isStood = true
    say("")
  }

  const insert = words => {
    element.querySelector("details").open = false
    if (!isComposing) return put(words)
    field.addEventListener("compositionend", () => setTimeout(put, 0, words), { once: true }) // An input method finishes its word first.
    field.blur()
  }

  const show = async answer => {
    const page = document.createElement("template")
    page.innerHTML = await answer.text()
    const parts = page.content.querySelector(".phrases")
    if (!answer.ok || !parts) return null
    element.querySelector(".phrases").replaceWith(parts)
    settle()
    return parts
  }

  const fetchBar = async () => {
    try {
      await show(await fetch(element.dataset.bar))
    } catch {
      // Without an answer everything is typed.
    }
  }

  const keep = async () => {
    const body = new FormData()
    body.append("Words", field.value.slice(field.selectionStart, field.selectionEnd).trim() || field.value)
    body.append("__RequestVerificationToken", form.elements.__RequestVerificationToken.value)
    try {
      const parts = await show(await fetch(element.dataset.keep, { method: "POST", body }))
      if (!parts) return say(element.dataset.failed)
      say(parts.dataset.said)
      element.querySelector("[name=SavePhrase]").focus()
    } catch {
      say(element.dataset.failed)
    }
  }

  settle()
  if (element.dataset.bar) {
    if (document.activeElement === field) fetchBar()
    else field.addEventListener("focus", fetchBar, { once: true })
  }
  element.addEventListener("toggle", event => { if (event.target.open) event.target.querySelector(".menu-body").scrollIntoView({ block: "nearest" }) }, true) // It does not bubble.
  element.addEventListener("click", event => {
    const button = event.target.closest("button")
    if (button?.name === "InsertPhrase") insert(button.value)
    else if (button?.name === "SavePhrase") keep()
  })
}
