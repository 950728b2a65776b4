// Presses the link or button that names a key in data-key; a field is entered, a dialog is opened. Ctrl+Enter sends the form one is in.
const isTyping = target => target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")
const isShown = element => element.checkVisibility?.() ?? element.offsetParent !== null

function press(element) {
  if (element instanceof HTMLDialogElement) element.showModal()
  else if (element.matches("input, textarea, select")) element.focus()
  else element.click()
}

function listPageKeys() {
  const place = document.querySelector("[data-page-keys]")
  for (const element of document.querySelectorAll("a[data-key], button[data-key]")) {
    const row = place.appendChild(document.createElement("div"))
    row.appendChild(document.createElement("dt")).appendChild(document.createElement("kbd")).textContent = element.dataset.key
    const name = element.cloneNode(true)
    name.querySelectorAll("kbd").forEach(key => key.remove())
    row.appendChild(document.createElement("dd")).textContent = name.textContent.trim() || element.getAttribute("aria-label")
  }
}

export default function keys(body) {
  listPageKeys()
  body.addEventListener("keydown", event => {
    const { key, target } = event
    if (key === "Enter" && (event.ctrlKey || event.metaKey) && target.form) {
      event.preventDefault()
      target.form.requestSubmit(target.form.querySelector("button.btn-primary:not([disabled])"))
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (key === "Escape" && isTyping(target)) target.blur()
    if (isTyping(target) || document.querySelector("dialog[open]")) return
    const row = document.querySelector("[aria-selected=true]")
    const places = [row, document].filter(place => place) // The row one stands on goes before the page.
    const element = places.flatMap(place => [...place.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)])
      .find(found => found instanceof HTMLDialogElement || isShown(found))
    if (!element) return
    event.preventDefault()
    press(element)
  })
}
