// Shows beside a list the document of the row one stands on; without it the first one is shown.
const { wake } = await import(`./wake.js${new URL(import.meta.url).search}`)

const idOf = row => row?.querySelector("a[href^='/documents/'], a[href^='/drafts/']")?.getAttribute("href").split(/[/?#]/)[2]

export default function preview(element) {
  const place = element.querySelector("[data-preview]")
  if (!place || getComputedStyle(place).display === "none") return
  let [shown, timer] = [idOf(element.querySelector("[aria-selected=true], .item")), 0]
  const show = async id => {
    const answer = await fetch(`/desk/${id}/preview`)
    if (!answer.ok || shown !== id) return
    place.innerHTML = await answer.text()
    wake(place)
  }
  new MutationObserver(() => {
    const id = idOf(element.querySelector("[aria-selected=true]"))
    if (!id || id === shown) return
    shown = id
    clearTimeout(timer)
    timer = setTimeout(show, 150, id)
  }).observe(element, { subtree: true, attributeFilter: ["aria-selected"] })
}
