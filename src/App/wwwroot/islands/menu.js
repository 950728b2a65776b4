// Closes an open menu on Escape, on a click elsewhere and when the focus leaves it.
export default function menu(body) {
  const openMenus = () => body.querySelectorAll("details.menu[open]")
  body.addEventListener("click", event => openMenus().forEach(one => { if (!one.contains(event.target)) one.open = false }))
  body.addEventListener("focusin", event => openMenus().forEach(one => { if (!one.contains(event.target)) one.open = false }))
  body.addEventListener("keydown", event => {
    if (event.key !== "Escape") return
    openMenus().forEach(one => {
      one.open = false
      one.querySelector("summary").focus()
    })
  })
}
