// Offers for the rows that are marked what all of them allow; without it every deed stands there and each row answers for itself.
export default function several(bar) {
  const ticks = [...document.querySelectorAll(`.tick[form="${bar.id}"]`)]
  const said = bar.querySelector("output")
  const update = () => {
    const marked = ticks.filter(tick => tick.checked)
    bar.hidden = marked.length === 0
    said.value = bar.dataset.marked.replace("#", marked.length)
    for (const deed of bar.querySelectorAll("[data-for]")) deed.hidden = !marked.every(tick => tick.dataset.task === deed.dataset.for)
    bar.querySelector("[data-none]").hidden = [...bar.querySelectorAll("[data-for]")].some(deed => !deed.hidden)
    for (const all of document.querySelectorAll(".tick-all input")) {
      const own = [...all.closest("section").querySelectorAll(".tick")]
      all.checked = own.length > 0 && own.every(tick => tick.checked)
    }
  }
  document.addEventListener("change", event => {
    if (event.target.matches(".tick-all input")) for (const tick of event.target.closest("section").querySelectorAll(".tick")) tick.checked = event.target.checked
    if (event.target.matches(".tick, .tick-all input")) update()
  })
  document.querySelectorAll(".tick-all").forEach(all => { all.hidden = false })
  update()
}
