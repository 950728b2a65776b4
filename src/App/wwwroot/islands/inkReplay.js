// Shows again how a hand drew: stroke after stroke in its time, with long pauses made short; where motion is unwelcome, whole strokes one after another.
const pauseMost = 400

export class Replay {
  constructor(sheets, place, onEnd) {
    Object.assign(this, { sheets, place, onEnd, isCalm: matchMedia("(prefers-reduced-motion: reduce)").matches })
    this.strokes = []
    let clock = 0
    for (const sheet of sheets) {
      let before
      for (const stroke of sheet.others) {
        clock += Math.min(before === undefined ? pauseMost : Math.max(0, stroke.begin - before), pauseMost)
        this.strokes.push({ sheet, stroke, from: clock })
        clock += this.isCalm ? pauseMost : stroke.end - stroke.begin
        before = stroke.end
      }
      sheet.replayed = [] // Stays so when its page is drawn anew meanwhile.
      sheet.paint()
    }
    this.began = performance.now()
    this.#step()
  }

  stop() {
    cancelAnimationFrame(this.frame)
    for (const sheet of this.sheets) {
      sheet.replayed = undefined
      sheet.show()
      sheet.paint()
    }
    this.onEnd()
  }

  #step() {
    const now = performance.now() - this.began
    while (this.strokes.length > 0) {
      const [{ sheet, stroke, from }] = this.strokes
      if (now < from) break
      if (this.sheet !== sheet) this.#lookAt(sheet)
      this.sheet = sheet
      const time = stroke.begin + now - from
      if (!this.isCalm && time < stroke.end) {
        sheet.show(stroke.until(time))
        break
      }
      sheet.show()
      sheet.replayed.push(stroke)
      sheet.paintOne(stroke)
      this.strokes.shift()
    }
    if (this.strokes.length === 0) this.stop()
    else this.frame = requestAnimationFrame(() => this.#step())
  }

  #lookAt(sheet) {
    this.place.querySelector(`.leaf[data-number="${sheet.page}"]`)?.scrollIntoView({ block: "nearest", behavior: this.isCalm ? "instant" : "smooth" })
  }
}
