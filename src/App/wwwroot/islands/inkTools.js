// The pens beside the pages: which one is in the hand, its colour, and taking back what was done.
const widths = { pen: 1.8, highlighter: 12 }

export class Tools {
  past = []
  future = []

  /** @param changed is called when something was drawn, erased or taken back. */
  constructor(bar, place, changed) {
    Object.assign(this, { bar, place, changed })
    bar.hidden = false
    bar.addEventListener("click", event => this.#press(event.target.closest("button")))
    document.addEventListener("keydown", event => this.#key(event))
    this.#tell()
  }

  /** A pen that comes near is ready to write. */
  takeUp() {
    if (this.tool) return
    Object.assign(this, { tool: "pen", colour: "blue" })
    this.#tell()
  }

  get width() {
    return widths[this.tool]
  }

  draw(sheet, stroke) {
    if (sheet.own.length >= Number(this.bar.dataset.strokesMax)) {
      this.bar.querySelector("output").value = this.bar.dataset.full
      return
    }
    sheet.add(stroke)
    this.#did({ sheet, added: [stroke], gone: [] })
  }

  erased(sheet, gone) {
    this.#did({ sheet, added: [], gone })
  }

  /** What came from elsewhere cannot be taken back. */
  forget() {
    this.past = []
    this.future = []
    this.#tell()
  }

  #did(deed) {
    this.past.push(deed)
    this.future = []
    this.#tell()
    this.changed()
  }

  #again(from, to, turn) {
    const deed = from.pop()
    if (!deed) return
    to.push(deed)
    const [added, gone] = turn ? [deed.gone, deed.added] : [deed.added, deed.gone]
    gone.forEach(stroke => deed.sheet.remove(stroke))
    added.forEach(stroke => deed.sheet.add(stroke))
    this.#tell()
    this.changed()
  }

  #press(button) {
    if (!button) return
    const { tool, colour, ink } = button.dataset
    if (tool) {
      const isSame = this.tool === tool && this.colour === colour
      Object.assign(this, { tool: isSame ? undefined : tool, colour })
    }
    if (ink === "undo") this.#again(this.past, this.future, true)
    if (ink === "redo") this.#again(this.future, this.past, false)
    this.#tell()
  }

  #key(event) {
    if (event.target.matches("input, textarea, select, [contenteditable]") || event.isComposing) return
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z"
    if (isUndo && !event.shiftKey) this.#again(this.past, this.future, true)
    else if (isUndo || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "y")) this.#again(this.future, this.past, false)
    else if (event.key === "Escape" && this.tool) this.tool = undefined
    else return
    event.preventDefault()
    this.#tell()
  }

  #tell() {
    this.place.classList.toggle("is-inking", Boolean(this.tool))
    for (const button of this.bar.querySelectorAll("[data-tool]")) button.setAttribute("aria-pressed", button.dataset.tool === this.tool && button.dataset.colour === this.colour)
    this.bar.querySelector("[data-ink=undo]").disabled = this.past.length === 0
    this.bar.querySelector("[data-ink=redo]").disabled = this.future.length === 0
  }
}
