// What waits to be sent, on a page with a network: the PIN opens it, it is sent in order, and what came back with a reason is looked at again.
import again from "./again.js"
import fill from "./fill.js"
import { all, drop, gist, open, waits } from "./queue.js"

export default async function waiting(bar, vault) {
  const form = bar.querySelector("form")
  const [said, pin, error, list] = ["[data-queue]", "[data-pin]", "[role=alert]", "[data-items]"].map(part => form.querySelector(part))
  const template = bar.querySelector("template")
  const fieldOfPin = pin.querySelector("input")

  const count = items => {
    const back = items.filter(item => item.problem).length
    const texts = [items.length - back > 0 && bar.dataset.waiting.replace("#", items.length - back), back > 0 && bar.dataset.problem.replace("#", back)]
    said.textContent = texts.filter(text => text).join(" · ")
    bar.hidden = form.hidden = items.length === 0
  }

  async function line(item) {
    const row = template.content.cloneNode(true).querySelector("li")
    const part = name => row.querySelector(`[data-${name}]`)
    part("text").textContent = gist(await open(vault, item), { sound: "♪", ink: "✎" })
    part("problem").textContent = item.problem
    part("again").href = item.kind === "directive" ? `/documents/${item.target}/directive?waiting=${item.id}` : `/assignments/${item.target}?deed=progress&waiting=${item.id}`
    part("drop").addEventListener("click", async () => {
      await drop(vault, item)
      row.remove()
      count(await all(vault))
    })
    return row
  }

  /** The form of this page, if what was asked for waits for it; sent from here it waits no longer. */
  async function refill(items) {
    const item = items.find(one => one.id === new URLSearchParams(location.search).get("waiting"))
    const place = item && [...document.querySelectorAll("main form[method=post]")].find(one => waits(one)?.target === item.target)
    if (!place) return false
    fill(place, await open(vault, item))
    place.addEventListener("submit", () => drop(vault, item))
    said.textContent = bar.dataset.filled
    return true
  }

  async function tell({ sent, stop, left }) {
    if (stop === "gone") return location.reload() // The page says what became of it.
    const text = { "signed-out": bar.dataset.signin.replace("#", left.length), away: bar.dataset.later }[stop]
    count(left)
    if (text) said.textContent = text
    else if (sent && left.length === 0) {
      bar.hidden = form.hidden = false
      form.classList.replace("soon", "done")
      said.textContent = bar.dataset.sent.replace("#", sent)
    }
    list.replaceChildren(...await Promise.all(left.filter(item => item.problem).map(line)))
  }

  form.addEventListener("submit", async event => {
    event.preventDefault()
    const left = await vault.unlock(fieldOfPin.value)
    fieldOfPin.value = ""
    error.hidden = left === undefined
    if (left !== undefined) {
      error.textContent = left > 0 ? bar.dataset.wrong.replace("#", left) : bar.dataset.gone
      pin.hidden = left <= 0
      return
    }
    pin.hidden = true
    said.textContent = bar.dataset.sending
    if (!await refill(await all(vault))) again(vault, tell)
  })
  count(await all(vault))
}
