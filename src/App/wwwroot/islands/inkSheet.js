// What is drawn on one page, and its picture over the page while that is in sight: finished strokes are painted once, the one being drawn lies on a canvas of its own.
import { overlap } from "./inkStroke.js"

export class InkSheet {
  own = []
  others = []
  done = {}

  constructor(file, page) {
    Object.assign(this, { file, page })
  }

  get strokes() {
    return [...this.others, ...this.own]
  }

  /** The page was drawn at this size and turn: matrix leads from its points to the pixels of the layer. */
  attach(layer, { width, height, matrix, pixels }) {
    this.detach()
    Object.assign(this, { layer, width, height, matrix, pixels })
    layer.sheet = this
    this.paint()
  }

  detach() {
    this.layer?.replaceChildren()
    this.layer = this.live = undefined
    this.done = {}
  }

  /** Where on the page something points to, never beside it. */
  at(event) {
    const box = this.layer.getBoundingClientRect()
    const [a, b, c, d, e, f] = this.matrix
    const x = (event.clientX - box.left) * this.pixels.width / box.width - e
    const y = (event.clientY - box.top) * this.pixels.height / box.height - f
    const by = a * d - b * c
    const within = (value, most) => Math.round(Math.min(Math.max(value, 0), most) * 100) / 100
    return [within((d * x - c * y) / by, this.width), within((a * y - b * x) / by, this.height)]
  }

  paint() {
    if (!this.layer) return
    Object.values(this.done).forEach(wipe)
    for (const stroke of this.replayed ?? this.strokes) stroke.fill(this.#on(stroke.tool))
  }

  add(stroke) {
    this.own.push(stroke)
    if (this.own.length > 1 && stroke.begin < this.own.at(-2).begin) this.own.sort((a, b) => a.begin - b.begin) // One that was taken back and came again.
    this.paintOne(stroke)
  }

  paintOne(stroke) {
    if (this.layer) stroke.fill(this.#on(stroke.tool))
  }

  /** Takes a stroke away and paints only what lay in its place. */
  remove(stroke) {
    this.own.splice(this.own.indexOf(stroke), 1)
    if (!this.layer) return
    const context = this.#on(stroke.tool)
    const [left, top, right, bottom] = stroke.box
    context.save()
    context.beginPath()
    context.rect(left, top, right - left, bottom - top)
    context.clip()
    context.clearRect(left, top, right - left, bottom - top)
    for (const other of this.strokes) if (other.tool === stroke.tool && overlap(other.box, stroke.box)) other.fill(context)
    context.restore()
  }

  /** Shows a stroke that is not finished; none takes it away. */
  show(stroke) {
    if (!this.layer) return
    if (this.shown && this.live) {
      const [left, top, right, bottom] = this.shown
      this.live.clearRect(left - 2, top - 2, right - left + 4, bottom - top + 4)
    }
    this.shown = stroke?.box
    if (!stroke) return
    this.live ??= this.#canvas()
    this.live.canvas.classList.toggle("ink-marks", stroke.tool === "highlighter")
    stroke.fill(this.live)
  }

  /** What a highlighter drew lets the words below shine through, and lies below what a pen drew. */
  #on(tool) {
    if (this.done[tool]) return this.done[tool]
    this.done[tool] = this.#canvas()
    if (tool === "highlighter") this.layer.prepend(this.done[tool].canvas)
    this.done[tool].canvas.classList.toggle("ink-marks", tool === "highlighter")
    return this.done[tool]
  }

  #canvas() {
    const canvas = document.createElement("canvas")
    const density = Math.min(devicePixelRatio || 1, 2)
    canvas.width = Math.round(this.pixels.width * density)
    canvas.height = Math.round(this.pixels.height * density)
    this.layer.append(canvas)
    const context = canvas.getContext("2d")
    context.setTransform(...this.matrix.map(part => part * density))
    return context
  }
}

function wipe(context) {
  context.save()
  context.resetTransform()
  context.clearRect(0, 0, context.canvas.width, context.canvas.height)
  context.restore()
}
