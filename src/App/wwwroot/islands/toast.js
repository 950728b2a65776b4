// Counts down the seconds in which a deed can be taken back, on a ring, then goes; what cannot be taken back waits while one points at it.
export default function toast(element) {
  const ring = element.querySelector(".ring svg")
  let left = Number(element.dataset.seconds)
  let isHeld = false
  const show = () => {
    if (!ring) return
    const arc = ring.querySelector(".ring-left")
    arc.setAttribute("stroke-dasharray", `${Math.max(left, 0)} ${arc.getAttribute("pathLength")}`)
    ring.querySelector("text").textContent = left
  }
  ring?.removeAttribute("hidden")
  for (const name of ["pointerenter", "focusin"]) element.addEventListener(name, () => { isHeld = true })
  for (const name of ["pointerleave", "focusout"]) element.addEventListener(name, () => { isHeld = false })
  show()
  const timer = setInterval(() => {
    if (isHeld && !ring) return // An undo ends when the server says so, pointed at or not.
    left -= 1
    show()
    if (left > 0) return
    clearInterval(timer)
    element.remove()
  }, 1000)
}
