// Filters a list of people and units as one types, with or without marks, and shows the choice in the closed box.
const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase()

export default function pick(element) {
  const filter = element.querySelector("input[type=search]")
  const options = [...element.querySelectorAll("li")]
  const shown = element.querySelector("[data-shown]")
  const none = element.querySelector("[data-none]")
  filter.hidden = false
  filter.addEventListener("input", () => {
    const words = fold(filter.value).split(/\s+/)
    options.forEach(option => { option.hidden = !words.every(word => fold(option.textContent).includes(word)) })
    none.hidden = options.some(option => !option.hidden)
  })
  filter.addEventListener("keydown", event => {
    if (event.key !== "Enter") return
    event.preventDefault()
    options.find(option => !option.hidden)?.querySelector("input").click()
  })
  element.addEventListener("toggle", () => { if (element.open) filter.focus() })
  element.addEventListener("change", event => {
    if (event.target === filter) return
    const chosen = options.filter(option => option.querySelector("input").checked)
    if (chosen.length === 1) shown.replaceChildren(chosen[0].querySelector(".who").cloneNode(true))
    else if (chosen.length > 1) shown.textContent = element.dataset.many.replace("#", chosen.length)
    if (event.target.type === "radio" && event.isTrusted) {
      element.open = false
      element.querySelector("summary").focus()
    }
  })
}
