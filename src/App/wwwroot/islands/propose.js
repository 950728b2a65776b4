// Reads the words of a directive while they are written and shows whom they would give what; it stops when somebody changes a row by hand.
const { wake } = await import(`./wake.js${new URL(import.meta.url).search}`)

const patience = 700

export default function propose(element) {
  const form = element.closest("form")
  const words = form.elements[element.dataset.from]
  let [read, timer, isByHand, asking] = [words.value, 0, false, null]
  const ask = async () => {
    if (isByHand || words.value === read || words.value.trim() === "") return
    read = words.value
    asking?.abort()
    asking = new AbortController()
    const body = new FormData()
    for (const name of [element.dataset.from, "__RequestVerificationToken"]) body.append(name, form.elements[name].value)
    try {
      const answer = await fetch(element.dataset.to, { method: "POST", body, signal: asking.signal })
      if (!answer.ok || isByHand) return
      const page = document.createElement("template")
      page.innerHTML = await answer.text()
      if (page.content.querySelector("[data-empty]") && !element.querySelector(".chips")) return // Nothing said yet, and nothing to take away.
      element.replaceChildren(page.content)
      wake(element)
    } catch {
      // Without an answer the rows are filled in by hand.
    }
  }
  const wait = event => {
    clearTimeout(timer)
    if (!event.isComposing) timer = setTimeout(ask, patience)
  }
  words.addEventListener("input", wait)
  words.addEventListener("compositionend", wait)
  element.addEventListener("input", event => { if (event.isTrusted) isByHand = true })
}
