// Moves the selection of a list with j and k, opens it with Enter, ticks it with x; a tap opens, a click selects.
const isTyping = target => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, dialog, details[open]")
const isControl = target => target.closest("a, button, input, label, summary")

export default function list(element) {
  const rows = [...element.querySelectorAll("tbody tr, :scope > li")]
  const selected = () => rows.find(row => row.getAttribute("aria-selected") === "true")
  const select = (row, isByKey) => {
    document.querySelectorAll("[aria-selected=true]").forEach(other => other.removeAttribute("aria-selected"))
    row.setAttribute("aria-selected", "true")
    if (!isByKey) return
    row.scrollIntoView({ block: "nearest" })
    row.querySelector("a[href]")?.focus({ preventScroll: true })
  }
  const open = row => {
    if (row?.dataset.href) location.assign(row.dataset.href)
  }

  // Several lists on one page are walked as one.
  const lists = [...document.querySelectorAll("[data-island~=list]")]
  const isFirst = lists[0] === element
  const all = isFirst ? lists.flatMap(one => [...one.querySelectorAll("tbody tr, :scope > li")]) : []
  const current = () => all.findIndex(row => row.getAttribute("aria-selected") === "true")

  if (isFirst) document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const step = { j: 1, k: -1 }[event.key]
    if (step) {
      const next = all[Math.min(Math.max(current() + step, 0), all.length - 1)]
      if (next) select(next, true)
    } else if (event.key === "Enter" && !isControl(event.target)) open(all[current()])
    else if (event.key === "x") all[current()]?.querySelector(".row-tick input")?.click()
    else return
    event.preventDefault()
  })

  for (const row of rows) {
    row.addEventListener("focusin", () => { if (selected() !== row) select(row) })
    row.addEventListener("click", event => {
      if (isControl(event.target) || getSelection().toString()) return
      select(row)
      if (event.pointerType === "touch") open(row)
    })
    row.addEventListener("dblclick", event => { if (!isControl(event.target)) open(row) })
  }
}
