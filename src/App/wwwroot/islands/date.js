// Writes a typed day as 01/12/2026 when the writer leaves the field, and offers the browser's calendar.
const pad = number => String(number).padStart(2, "0")

function read(text) {
  const typed = text.trim()
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)?.slice(1)
    ?? (/^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed))?.slice(1).reverse()
  if (!parts) return undefined
  const [year, month, day] = parts.map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : undefined
}

export default function date(element) {
  const [field, calendar] = element.querySelectorAll("input")
  const button = element.querySelector("button")
  const tidy = () => {
    const day = read(field.value)
    if (day) field.value = `${pad(day.day)}/${pad(day.month)}/${day.year}`
    calendar.value = day ? `${day.year}-${pad(day.month)}-${pad(day.day)}` : ""
  }
  field.addEventListener("change", tidy)
  if (!calendar.showPicker) return
  button.hidden = calendar.hidden = false
  button.addEventListener("click", () => {
    tidy()
    calendar.showPicker()
  })
  calendar.addEventListener("change", () => {
    field.value = calendar.value
    field.dispatchEvent(new Event("input", { bubbles: true }))
    tidy()
    field.focus()
  })
}
