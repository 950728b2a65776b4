// Follows pen, finger and mouse on the sheets. A pen and a mouse draw; fingers draw until a pen was seen, then they move the pages; two fingers always do.
import { Stroke } from "./inkStroke.js"

const nearest = 0.2 // Points closer together than this tell nothing.
const reach = 4

export class Hand {
  fingers = new Map()
  isPenSeen = false

  constructor(place, tools) {
    Object.assign(this, { place, tools })
    place.addEventListener("pointerdown", event => this.#down(event))
    place.addEventListener("pointermove", event => this.#move(event))
    place.addEventListener("pointerover", event => { if (event.pointerType === "pen" && !this.isPenSeen) this.#seePen() })
    for (const name of ["pointerup", "pointercancel"]) place.addEventListener(name, event => this.#up(event))
    place.addEventListener("contextmenu", event => { if (this.#sheet(event)) event.preventDefault() }) // A long press draws a dot.
  }

  #sheet(event) {
    return this.tools.tool ? event.target.closest?.(".ink-layer")?.sheet : undefined
  }

  #down(event) {
    const sheet = this.#sheet(event)
    if (!sheet) return
    if (event.pointerType === "pen" && !this.isPenSeen) this.#seePen()
    if (event.pointerType === "touch") {
      this.fingers.set(event.pointerId, event)
      if (this.isPenSeen || this.fingers.size > 1) {
        if (!this.isPenSeen) this.#abandon()
        return
      }
    }
    const isRubber = (event.buttons & 32) !== 0 // The other end of a pen.
    if (this.deed || (event.button !== 0 && !isRubber)) return
    event.preventDefault()
    this.place.setPointerCapture(event.pointerId)
    const { tool, colour, width } = this.tools
    this.deed = { id: event.pointerId, type: event.pointerType, sheet, gone: [] }
    if (tool !== "eraser" && !isRubber) {
      sheet.since ??= event.timeStamp - (sheet.own.at(-1)?.end ?? -1000) - 1000
      this.deed.stroke = new Stroke({ tool, colour, width, points: [] })
    }
    this.#trace(event)
  }

  #move(event) {
    if (this.fingers.has(event.pointerId)) this.#push(event)
    if (this.deed?.id !== event.pointerId) return
    const events = event.getCoalescedEvents?.() ?? []
    for (const step of events.length > 0 ? events : [event]) this.#trace(step)
  }

  #up(event) {
    this.fingers.delete(event.pointerId)
    if (this.deed?.id !== event.pointerId) return
    const { sheet, stroke, gone } = this.deed
    this.deed = undefined
    sheet.show()
    if (stroke && event.type === "pointerup") this.tools.draw(sheet, stroke)
    else if (gone.length > 0) this.tools.erased(sheet, gone)
  }

  #trace(event) {
    const { sheet, stroke, gone } = this.deed
    const [x, y] = sheet.at(event)
    if (!stroke) {
      for (const near of sheet.own.filter(other => other.isNear(x, y, reach))) {
        sheet.remove(near)
        gone.push(near)
      }
      return
    }
    const { points } = stroke
    if (points.length > 0 && Math.hypot(x - points.at(-4), y - points.at(-3)) < nearest) return
    const pressure = event.pointerType === "pen" && event.pressure > 0 ? Math.round(event.pressure * 100) / 100 : 0.5
    stroke.add(x, y, pressure, Math.max(points.at(-1) ?? 0, Math.round(event.timeStamp - sheet.since)))
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined
      if (this.deed?.stroke) this.deed.sheet.show(this.deed.stroke)
    })
  }

  /** The palm that lay on the screen before the pen came drew nothing. */
  #seePen() {
    this.isPenSeen = true
    this.tools.takeUp()
    if (this.deed?.type === "touch") this.#abandon()
  }

  #abandon() {
    this.deed?.sheet.show()
    for (const stroke of this.deed?.gone ?? []) this.deed.sheet.add(stroke)
    this.deed = undefined
  }

  /** Fingers move the pages as they would without a pen, but for the swing. */
  #push(event) {
    const before = this.fingers.get(event.pointerId)
    this.fingers.set(event.pointerId, event)
    if (this.deed?.id === event.pointerId || this.deed?.type === "pen") return // A palm lies still while a pen writes.
    this.place.scrollBy({ left: (before.clientX - event.clientX) / this.fingers.size, top: (before.clientY - event.clientY) / this.fingers.size, behavior: "instant" })
  }
}
