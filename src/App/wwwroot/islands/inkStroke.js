// A stroke as it is kept (x, y, pressure, time; four numbers a point, in points of the page) and as it is drawn: its edge comes from perfect-freehand, once.
export const shades = { blue: "#1b3fa0", red: "#c8161f", black: "#1c1c1c", yellow: "#ffe14d" }
const fine = 4 // perfect-freehand counts in pixels of a screen and lets go of what is smaller than three.
let freehand

export async function load(lib) {
  freehand ??= await import(lib)
}

export class Stroke {
  constructor({ tool, colour, width, points }) {
    Object.assign(this, { tool, colour, width, points })
  }

  /** How it is sent; a finished stroke says it once. */
  get text() {
    return this.said ??= JSON.stringify({ tool: this.tool, colour: this.colour, width: this.width, points: this.points })
  }

  get path() {
    return this.edge ??= edge(this)
  }

  /** Left, top, right and bottom, with the width of the pen. */
  get box() {
    return this.bounds ??= bounds(this)
  }

  get begin() {
    return this.points[3]
  }

  get end() {
    return this.points.at(-1)
  }

  /** What had been drawn at a moment. */
  until(time) {
    let end = 4
    while (end < this.points.length && this.points[end + 3] <= time) end += 4
    return new Stroke({ ...this, points: this.points.slice(0, end) })
  }

  add(x, y, pressure, time) {
    this.points.push(x, y, pressure, time)
    this.edge = this.bounds = this.said = undefined
  }

  isNear(x, y, reach) {
    const [left, top, right, bottom] = this.box
    if (x < left - reach || x > right + reach || y < top - reach || y > bottom + reach) return false
    for (let i = 0; i < this.points.length; i += 4) {
      const j = Math.max(0, i - 4)
      if (distance(x, y, this.points[j], this.points[j + 1], this.points[i], this.points[i + 1]) < reach + this.width / 2) return true
    }
    return false
  }

  fill(context) {
    context.fillStyle = shades[this.colour]
    context.fill(this.path)
  }
}

export const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

function edge({ tool, width, points }) {
  const spots = []
  let isEven = true // A mouse does not press.
  for (let i = 0; i < points.length; i += 4) {
    spots.push([points[i] * fine, points[i + 1] * fine, points[i + 2]])
    isEven &&= points[i + 2] === 0.5
  }
  const line = freehand.getStroke(spots, { size: width * fine, thinning: tool === "pen" ? 0.5 : 0, streamline: 0.35, smoothing: 0.5, simulatePressure: isEven, last: true })
  const path = new Path2D()
  for (const [i, [x, y]] of line.entries()) {
    const [nextX, nextY] = line[(i + 1) % line.length]
    if (i === 0) path.moveTo((x + nextX) / 2 / fine, (y + nextY) / 2 / fine)
    else path.quadraticCurveTo(x / fine, y / fine, (x + nextX) / 2 / fine, (y + nextY) / 2 / fine)
  }
  path.closePath()
  return path
}

function bounds({ points, width }) {
  const box = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < points.length; i += 4) {
    box[0] = Math.min(box[0], points[i])
    box[1] = Math.min(box[1], points[i + 1])
    box[2] = Math.max(box[2], points[i])
    box[3] = Math.max(box[3], points[i + 1])
  }
  return [box[0] - width, box[1] - width, box[2] + width, box[3] + width]
}

/** From a place to a line between two others. */
function distance(x, y, fromX, fromY, toX, toY) {
  const length = (toX - fromX) ** 2 + (toY - fromY) ** 2
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - fromX) * (toX - fromX) + (y - fromY) * (toY - fromY)) / length))
  return Math.hypot(x - fromX - share * (toX - fromX), y - fromY - share * (toY - fromY))
}
