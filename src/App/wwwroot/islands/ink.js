// Lays what was drawn with directives over the pages it was drawn on; where there are pens, lets one draw more and puts it into the form.
import { Hand } from "./inkHand.js"
import { Replay } from "./inkReplay.js"
import { Sheets } from "./inkSheets.js"
import { load, Stroke } from "./inkStroke.js"
import { Tools } from "./inkTools.js"

function read(text) {
  try {
    return JSON.parse(text || "[]")
  } catch {
    return [] // The server has said that this is no ink.
  }
}

function write(sheets, field, place) {
  const sheetText = ({ file, page, width, height, own }) =>
    `{"file":${JSON.stringify(file)},"page":${page},"width":${width},"height":${height},"strokes":[${own.map(stroke => stroke.text).join(",")}]}`
  let timer
  const tools = new Tools(document.querySelector("[data-strokes-max]"), place, () => {
    sheets.all.forEach(sheet => sheets.name(sheet))
    later()
  })
  const hand = new Hand(place, tools)
  const send = () => {
    const drawn = [...sheets.all.values()].filter(sheet => sheet.own.length > 0).sort((a, b) => (a.file === null) - (b.file === null) || a.page - b.page)
    field.value = drawn.length > 0 ? `[${drawn.map(sheetText).join(",")}]` : ""
    field.dispatchEvent(new Event("input", { bubbles: true }))
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => hand.deed ? later() : send(), 300) // A stroke is not held up by what was drawn before.
  }
  const take = () => {
    sheets.all.forEach(sheet => Object.assign(sheet, { own: [], since: undefined }))
    for (const { file, page, width, height, strokes } of read(field.value))
      Object.assign(sheets.of(file, page), { width, height, own: strokes.map(stroke => new Stroke(stroke)) })
    sheets.all.forEach(sheet => {
      sheet.paint()
      sheets.name(sheet)
    })
    tools.forget()
  }
  field.addEventListener("change", take) // What was kept on this device has come back.
  field.form.addEventListener("submit", send, { capture: true })
  take()
}

/** Blank paper lies where the pages lie, instead of them. */
function offerPaper(sheets, place, button) {
  const leaf = document.createElement("div")
  leaf.className = "leaf pdf-leaf ink-paper"
  place.append(leaf)
  const turn = isOn => {
    button.setAttribute("aria-pressed", isOn)
    place.classList.toggle("is-paper", isOn)
    sheets.layPaper(leaf)
  }
  button.addEventListener("click", () => turn(button.getAttribute("aria-pressed") !== "true"))
  new ResizeObserver(() => sheets.layPaper(leaf)).observe(leaf)
  turn(!sheets.file || (sheets.of(null, 1).own.length > 0 && [...sheets.all.values()].every(sheet => sheet.file === null || sheet.own.length === 0)))
}

function offerReplay(sheets, bar, place) {
  const [show, play] = ["show", "play"].map(name => bar.querySelector(`[data-ink=${name}]`))
  const drawn = () => [...sheets.all.values()].filter(sheet => sheet.others.length > 0)
  bar.hidden = drawn().length === 0
  show.addEventListener("click", () => {
    const isHidden = place.classList.toggle("is-bare")
    show.setAttribute("aria-pressed", !isHidden)
  })
  let replay
  play.addEventListener("click", () => {
    if (replay) return replay.stop()
    if (place.classList.contains("is-bare")) show.click()
    play.setAttribute("aria-pressed", "true")
    replay = new Replay(drawn(), place, () => {
      replay = undefined
      play.setAttribute("aria-pressed", "false")
    })
  })
}

export default async function ink(element) {
  const place = element.querySelector(".viewer-leaf")
  const field = element.querySelector("[data-ink-field]")
  const sheets = new Sheets(element)
  element.addEventListener("leafdrawn", event => sheets.lay(event.target, event.target.viewport))
  element.addEventListener("leafcleared", event => sheets.of(sheets.file, Number(event.target.dataset.number)).detach())
  await load(element.dataset.freehand)
  if (field) write(sheets, field, place)
  for (const leaf of element.querySelectorAll(".leaf")) if (leaf.viewport) sheets.lay(leaf, leaf.viewport)
  const [paperButton, bar] = [document.querySelector("[data-ink=paper]"), element.querySelector("[data-ink-bar]")]
  if (paperButton) offerPaper(sheets, place, paperButton)
  if (element.dataset.src) await sheets.fetch(element.dataset.src)
  if (bar) offerReplay(sheets, bar, place)
}
