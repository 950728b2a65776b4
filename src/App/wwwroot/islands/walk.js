// Goes to the next or previous thing on the desk by a swipe; what scrolls sideways itself, or is written or drawn on, keeps its touches.
const far = 80
const scrolls = element => element.scrollWidth > element.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(element).overflowX)

function isTaken(target) {
  if (target.closest("input, textarea, select, canvas, audio, dialog, [data-swipe=none]")) return true
  for (let element = target; element && element !== document.body; element = element.parentElement) if (scrolls(element)) return true
  return false
}

export default function walk(nav) {
  let start = null
  document.addEventListener("touchstart", event => {
    const [touch] = event.touches
    start = event.touches.length === 1 && !isTaken(event.target) ? { x: touch.clientX, y: touch.clientY } : null
  }, { passive: true })
  document.addEventListener("touchend", event => {
    if (!start || getSelection().toString()) return
    const [touch] = event.changedTouches
    const [x, y] = [touch.clientX - start.x, touch.clientY - start.y]
    start = null
    if (Math.abs(x) < far || Math.abs(y) > Math.abs(x) / 2) return
    nav.querySelector(x < 0 ? "[rel=next]" : "[rel=prev]")?.click()
  }, { passive: true })
}
