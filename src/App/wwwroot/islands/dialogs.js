// Opens a dialog that a link names (#id) in front of the page; without this the link shows it in the page (:target).
// A button with data-confirm asks first.
/** Asks in the button's own words and, when told yes, presses it again. */
function ask(button) {
  const dialog = document.getElementById("sure")
  const yes = dialog.querySelector("[data-yes]")
  dialog.querySelector("p").textContent = button.dataset.confirm
  yes.textContent = [...button.childNodes].filter(node => node.nodeName !== "KBD").map(node => node.textContent).join("").trim() // Without the key.
  yes.classList.toggle("btn-danger", button.classList.contains("btn-danger"))
  yes.classList.toggle("btn-primary", !button.classList.contains("btn-danger"))
  yes.onclick = () => {
    const question = button.dataset.confirm
    dialog.close()
    delete button.dataset.confirm
    button.form.requestSubmit(button)
    button.dataset.confirm = question
  }
  dialog.showModal()
}

export default function dialogs(body) {
  const open = hash => {
    const dialog = hash.length > 1 && document.getElementById(hash.slice(1))
    if (!(dialog instanceof HTMLDialogElement)) return false
    if (!dialog.open) dialog.showModal()
    return true
  }
  body.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#']")
    const dialog = event.target.closest("dialog")
    if (dialog && (event.target === dialog || event.target.closest("[data-close]"))) { // A click beside the box is one on the dialog itself.
      event.preventDefault()
      dialog.close()
    } else if (link && open(link.hash)) event.preventDefault()
  })
  body.addEventListener("submit", event => {
    const button = event.submitter
    if (!button?.dataset.confirm) return
    event.preventDefault()
    event.stopImmediatePropagation()
    ask(button)
  }, true)
  if (open(location.hash)) history.replaceState(null, "", location.pathname + location.search)
}
