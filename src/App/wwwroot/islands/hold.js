// Turns presses on a button into begin, end and lock: held, it lasts as long as the press; tapped or dragged up, it goes on by itself until the next press.
const tapMilliseconds = 400, dragPixels = 60

export default function hold(button, { begin, end, lock, isOn }) {
  let pressed // When and where; nothing while it is not held.
  const press = at => {
    if (isOn()) {
      end()
      return
    }
    pressed = { when: performance.now(), at }
    begin()
  }
  const release = () => {
    if (!pressed) return
    const isTap = performance.now() - pressed.when < tapMilliseconds
    pressed = undefined
    if (isTap) lock()
    else end()
  }
  const letGo = () => {
    if (pressed) lock()
    pressed = undefined
  }
  button.addEventListener("pointerdown", event => {
    if (event.button !== 0) return
    button.setPointerCapture(event.pointerId)
    press(event.clientY)
  })
  button.addEventListener("pointermove", event => { if (pressed && pressed.at - event.clientY > dragPixels) letGo() })
  button.addEventListener("pointerup", release)
  button.addEventListener("pointercancel", letGo) // A gesture of the system took the finger away; what was said is not to be lost.
  button.addEventListener("contextmenu", event => event.preventDefault()) // A long touch asks for it.
  button.addEventListener("keydown", event => {
    if (![" ", "Enter"].includes(event.key) || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (!event.repeat) press(0)
  })
  button.addEventListener("keyup", event => {
    if (![" ", "Enter"].includes(event.key)) return
    event.preventDefault()
    release()
  })
  button.addEventListener("click", event => { // Neither pointer nor key: a screen reader, or speech.
    if (event.detail !== 0 || event.pointerType) return
    const wasOn = isOn()
    press(0)
    if (!wasOn) letGo()
  })
}
