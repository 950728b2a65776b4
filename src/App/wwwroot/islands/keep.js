// Keeps on this device what is typed and not yet sent, and brings it back when the form is opened again.
// It is let go only when a page follows that the server redirected to after the form was sent, after a week, or at signing out.
const week = 7 * 24 * 3600 * 1000
const who = () => document.body.dataset.who ?? ""
const drafts = () => Object.keys(localStorage).filter(key => key.startsWith("draft:"))
const keyOf = form => `draft:${who()}:${form.dataset.draft}`
const isKept = field => field.name && !field.name.startsWith("__") && !field.disabled && !["hidden", "password", "file", "submit", "button"].includes(field.type)
const fieldsOf = form => [...form.elements].filter(isKept)
const valueOf = field => field.type === "checkbox" || field.type === "radio" ? field.checked : field.value
const nameOf = field => field.type === "checkbox" || field.type === "radio" ? `${field.name}=${field.value}` : field.name

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key))
  } catch {
    return null
  }
}

function write(key, draft) {
  try {
    localStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // Full, or forbidden by the browser: the form works as it does without this.
  }
}

export function forget(form) {
  localStorage.removeItem(keyOf(form))
}

export function forgetAll() {
  drafts().forEach(key => localStorage.removeItem(key))
}

function put(field, value) {
  if (typeof value === "boolean") field.checked = value
  else field.value = value
  field.dispatchEvent(new Event("input", { bubbles: true }))
  field.dispatchEvent(new Event("change", { bubbles: true }))
}

/** Lets go of what has arrived: this page is one to which the server redirected. */
export function tidy() {
  const [arrival] = performance.getEntriesByType("navigation")
  const hasArrived = arrival?.type === "navigate" && arrival.redirectCount > 0
  for (const key of drafts()) {
    const draft = read(key)
    if (!draft || Date.now() - draft.at > week || (hasArrived && draft.isSent)) localStorage.removeItem(key)
  }
}

export default function keep(form) {
  tidy()
  if (form.dataset.draft === undefined || form.dataset.draft === "") return
  const key = keyOf(form)
  const note = form.querySelector(".keep")
  const fields = fieldsOf(form)
  const original = new Map(fields.map(field => [field, valueOf(field)]))
  const draft = read(key)
  const lost = draft ? fields.filter(field => nameOf(field) in draft.values && draft.values[nameOf(field)] !== valueOf(field)) : []
  if (lost.length > 0) {
    lost.forEach(field => put(field, draft.values[nameOf(field)]))
    note.hidden = false
    note.querySelector("button").addEventListener("click", () => {
      original.forEach((value, field) => put(field, value))
      localStorage.removeItem(key)
      note.hidden = true
    })
  }
  if (draft?.isSent) write(key, { ...draft, isSent: false }) // It came back with problems.
  let timer
  const save = isSent => {
    clearTimeout(timer)
    const changed = fields.filter(field => valueOf(field) !== original.get(field))
    if (changed.length === 0 && !isSent) localStorage.removeItem(key)
    else write(key, { at: Date.now(), isSent, values: Object.fromEntries(fields.map(field => [nameOf(field), valueOf(field)])) })
  }
  form.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(save, 400, false)
  })
  form.addEventListener("submit", () => save(true))
  addEventListener("pagehide", () => { if (timer) save(read(key)?.isSent ?? false) })
}
