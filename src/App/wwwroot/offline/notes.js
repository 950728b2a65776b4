// What the shell says over a page: a sentence, and what waits to be sent; on the desk each thing that waits is marked at its row.
import { all, drop, gist, open } from "./queue.js"
import when from "./when.js"

export default class Notes {
  constructor({ vault, main, part }, takeBack) {
    Object.assign(this, { vault, main, part, takeBack, place: document.querySelector("[data-notes]") })
  }

  clear() {
    this.place.replaceChildren()
  }

  /** part: note, or signin where one can only go on signed in. */
  say(text, isTrouble = false, part = "note") {
    this.place.querySelector("[data-said]")?.remove()
    const note = this.part(part).firstElementChild
    note.dataset.said = ""
    if (isTrouble) note.classList.add("late")
    note.querySelector("[data-text]").textContent = text
    this.place.prepend(note)
    scrollTo(0, 0)
  }

  async mark(path) {
    const items = await all(this.vault)
    const isDesk = path === "/desk"
    const isHere = item => path.includes(item.target) || path.includes(item.document) || isDesk && item.problem
    const notes = await Promise.all(items.filter(isHere).map(item => this.note(item)))
    document.querySelectorAll("[data-waits]").forEach(mark => mark.remove())
    this.place.append(...notes)
    if (!isDesk) return
    for (const { document: id } of items.filter(item => !item.problem))
      for (const row of this.main.querySelectorAll(`.item:has(a[href*="${id}"]) .item-from:not(:has([data-waits]))`)) row.append(this.part("mark").firstElementChild)
  }

  async note(item) {
    const note = this.part(item.problem ? "problem" : "queued").firstElementChild
    const opened = await open(this.vault, item)
    note.querySelector("[data-at]").textContent = when(item.at)
    note.querySelector("[data-text]").textContent = gist(opened, { sound: "♪", ink: "✎" })
    if (item.problem) note.querySelector("[data-problem]").textContent = item.problem
    note.querySelector("[data-back]").addEventListener("click", async () => {
      await drop(this.vault, item)
      this.takeBack(item, opened)
    })
    return note
  }
}
