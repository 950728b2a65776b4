// Leads the reader, and the screen reader, to what has to be corrected.
export default function problems(element) {
  element.focus()
  element.addEventListener("click", event => {
    const link = event.target.closest("a")
    const field = link && document.getElementById(link.hash.slice(1))
    if (!field) return
    event.preventDefault()
    const place = field.matches("fieldset") ? field.querySelector("summary, input, textarea, select") ?? field : field
    place.scrollIntoView({ block: "center" })
    place.focus({ preventScroll: true })
  })
}
