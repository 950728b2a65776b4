// Draws the pages of a PDF as they come into sight, with their text to select; without it the link in the bar remains.
const zooms = [0.5, 0.7, 0.85, 1, 1.25, 1.6, 2, 3]

class Leaf {
  constructor(pdfjs, pdf, number, proportion) {
    Object.assign(this, { pdfjs, pdf, number, turn: 0 })
    this.element = document.createElement("div")
    this.element.className = "leaf pdf-leaf"
    this.element.dataset.number = number
    this.element.style.aspectRatio = proportion
  }

  async draw() {
    const width = this.element.clientWidth
    if (this.width === width || width === 0) return
    this.width = width
    const page = await this.pdf.getPage(this.number)
    const rotation = (page.rotate + this.turn) % 360
    const whole = page.getViewport({ scale: 1, rotation })
    this.element.style.aspectRatio = `${whole.width} / ${whole.height}`
    const viewport = page.getViewport({ scale: width / whole.width, rotation })
    const density = Math.min(devicePixelRatio || 1, 2)
    const canvas = document.createElement("canvas")
    canvas.width = Math.floor(viewport.width * density)
    canvas.height = Math.floor(viewport.height * density)
    canvas.setAttribute("aria-hidden", "true")
    this.task?.cancel()
    this.task = page.render({ canvas, viewport, transform: density === 1 ? undefined : [density, 0, 0, density, 0, 0] })
    try {
      await this.task.promise
    } catch (failure) {
      if (failure.name === "RenderingCancelledException") return
      throw failure
    }
    const text = document.createElement("div")
    text.className = "textLayer"
    text.style.setProperty("--total-scale-factor", viewport.scale)
    await new this.pdfjs.TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport }).render()
    this.wipe()
    this.width = width
    this.element.prepend(canvas, text)
    this.element.viewport = viewport // For what lies over the page.
    this.element.dispatchEvent(new CustomEvent("leafdrawn", { bubbles: true }))
  }

  clear() {
    this.wipe()
    this.element.dispatchEvent(new CustomEvent("leafcleared", { bubbles: true }))
  }

  wipe() {
    this.width = undefined
    this.element.querySelectorAll(":scope > canvas, :scope > .textLayer").forEach(part => part.remove())
  }
}

/** Keeps the pages near the eye drawn and lets go of the others: a hundred pages must not fill the memory of a phone. */
function watch(place, leaves, onNumber) {
  const near = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) {
      const leaf = leaves[target.dataset.number - 1]
      if (isIntersecting) leaf.draw()
      else leaf.clear()
    }
  }, { root: place, rootMargin: "100% 0%" })
  const middle = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) onNumber(Number(target.dataset.number))
  }, { root: place, rootMargin: "-49% 0% -49% 0%" })
  for (const { element } of leaves) {
    near.observe(element)
    middle.observe(element)
  }
}

async function open(element) {
  const { src, lib, worker, parts } = element.dataset
  const pdfjs = await import(lib)
  pdfjs.GlobalWorkerOptions.workerSrc = worker
  const base = new URL(parts, location.href).href
  const source = element.fetched ? { data: await (await element.fetched()).arrayBuffer() } : { url: src } // Kept on this device, or fetched part by part.
  return { pdfjs, pdf: await pdfjs.getDocument({ ...source, standardFontDataUrl: base, wasmUrl: base, isEvalSupported: false, enableXfa: false }).promise }
}

function wire(element, place, leaves) {
  const output = element.querySelector("[data-page]")
  let [number, zoom] = [1, zooms.indexOf(1)]
  const show = at => {
    number = at
    output.value = element.dataset.pageOf.replace("##", leaves.length).replace("#", at)
  }
  const redraw = () => leaves.forEach(leaf => { if (leaf.width) leaf.draw() })
  const magnify = step => {
    zoom = Math.min(Math.max(zoom + step, 0), zooms.length - 1)
    place.style.setProperty("--zoom", zooms[zoom])
    redraw()
  }
  const rotate = () => leaves.forEach(leaf => {
    leaf.turn += 90
    const isDrawn = Boolean(leaf.width)
    leaf.element.style.aspectRatio = leaf.element.style.aspectRatio.split(" / ").reverse().join(" / ")
    leaf.wipe()
    if (isDrawn) leaf.draw()
  })
  const turn = step => leaves[Math.min(Math.max(number + step, 1), leaves.length) - 1].element.scrollIntoView({ block: "start" })
  const deeds = { up: () => turn(-1), down: () => turn(1), in: () => magnify(1), out: () => magnify(-1), rotate }
  element.querySelector(".viewer-tools").hidden = false
  element.addEventListener("click", event => deeds[event.target.closest("[data-do]")?.dataset.do]?.())
  let timer
  new ResizeObserver(() => {
    clearTimeout(timer)
    timer = setTimeout(redraw, 150)
  }).observe(place)
  show(1)
  watch(place, leaves, show)
}

export default async function pdf(element) {
  const place = element.querySelector(".viewer-leaf")
  try {
    const { pdfjs, pdf: file } = await open(element)
    const first = (await file.getPage(1)).getViewport({ scale: 1 })
    const leaves = Array.from({ length: file.numPages }, (_, i) => new Leaf(pdfjs, file, i + 1, `${first.width} / ${first.height}`))
    place.append(...leaves.map(leaf => leaf.element))
    leaves[0].element.append(element.querySelector(".leaf-over"))
    wire(element, place, leaves)
  } catch (failure) {
    const note = document.createElement("p")
    note.className = "note"
    note.textContent = element.dataset.failed
    place.append(note)
    console.warn(failure)
  }
}
