// Sends a form with files while showing how far it is; an answer with problems replaces the page, as it would without this.
import { forget } from "./keep.js"

export default function upload(form) {
  form.addEventListener("submit", event => {
    const files = [...form.querySelectorAll("input[type=file]")]
    if (event.defaultPrevented || !files.some(field => field.files.length)) return
    event.preventDefault()
    if (files.some(field => !field.checkValidity())) {
      files.find(field => !field.checkValidity()).focus()
      return
    }
    const body = new FormData(form, event.submitter)
    const progress = files.find(field => field.files.length).closest("[data-island]").querySelector("progress")
    const sentTo = new URL(event.submitter?.getAttribute("formaction") ?? form.action, location.href).href // formAction is the page itself where the button names none.
    const request = new XMLHttpRequest()
    const rest = isBusy => {
      progress.hidden = !isBusy
      form.querySelectorAll("button").forEach(button => { button.disabled = isBusy })
    }
    request.upload.addEventListener("progress", step => { progress.value = step.loaded / step.total * 100 })
    request.addEventListener("error", () => {
      rest(false)
      progress.closest("[data-island]").querySelector("output").value = form.dataset.failed
    })
    request.addEventListener("load", () => {
      if (request.status < 400 && request.responseURL !== sentTo) {
        forget(form)
        location.assign(request.responseURL)
        return
      }
      document.open()
      document.write(request.responseText)
      document.close()
    })
    request.open("POST", sentTo)
    rest(true)
    request.send(body)
  })
}
