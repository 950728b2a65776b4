// The sheets of a document, each over its page as often as that is drawn: turned, magnified, or come into sight again.
import { InkSheet } from "./inkSheet.js"
import { Stroke } from "./inkStroke.js"

const paper = { width: 595, height: 842 }

export class Sheets {
  all = new Map()

  constructor(element) {
    Object.assign(this, { element, file: element.dataset.file || null })
  }

  of(file, page) {
    const key = `${file ?? ""} ${page}`
    if (!this.all.has(key)) this.all.set(key, new InkSheet(file, page))
    return this.all.get(key)
  }

  /** A page was drawn: by how much it was turned and magnified stands in its viewport. */
  lay(leaf, viewport) {
    const [a, b, c, d, e, f] = viewport.transform
    const [left, bottom, right, top] = viewport.viewBox
    this.#over(leaf, this.of(this.file, Number(leaf.dataset.number)), {
      width: right - left, height: top - bottom, pixels: viewport, matrix: [a, b, -c, -d, a * left + c * top + e, b * left + d * top + f],
    })
  }

  layPaper(leaf) {
    const width = leaf.clientWidth
    if (width === 0) return
    const scale = width / paper.width
    this.#over(leaf, this.of(null, 1), { ...paper, pixels: { width, height: paper.height * scale }, matrix: [scale, 0, 0, scale, 0, 0] })
  }

  #over(leaf, sheet, at) {
    let layer = leaf.querySelector(".ink-layer")
    if (!layer) {
      layer = document.createElement("div")
      layer.className = "ink-layer"
      leaf.append(layer)
    }
    sheet.attach(layer, at)
    this.name(sheet)
  }

  /** What is drawn is said, too. */
  name(sheet) {
    if (!sheet.layer) return
    const own = sheet.own.length > 0 ? [this.element.dataset.own.replace("##", sheet.own.length).replace("#", sheet.page)] : []
    const names = [...sheet.names ?? [], ...own]
    if (names.length > 0) sheet.layer.setAttribute("role", "img")
    else sheet.layer.removeAttribute("role")
    if (names.length > 0) sheet.layer.setAttribute("aria-label", names.join("; "))
    else sheet.layer.removeAttribute("aria-label")
  }

  /** What was drawn before, of which nothing is kept here. */
  async fetch(url) {
    const answer = await (this.element.fetched?.() ?? fetch(url, { cache: "no-store", headers: { accept: "application/json" } }))
    if (!answer.ok) return
    for (const drawn of (await answer.json()).sheets) {
      if (drawn.file === null || drawn.file !== this.file) continue // Blank paper has its own picture, and an earlier version is not this one.
      const sheet = this.of(drawn.file, drawn.page)
      sheet.others.push(...drawn.strokes.map(stroke => new Stroke(stroke)))
      sheet.names = [...sheet.names ?? [], drawn.name]
      sheet.paint()
      this.name(sheet)
    }
  }
}
