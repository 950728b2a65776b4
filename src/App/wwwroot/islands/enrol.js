// Lets this browser keep the desk for when there is no network: makes the keys under a PIN, which never leaves the browser.
import leave from "../offline/leave.js"
import { post } from "../offline/server.js"
import { enrol, openVault } from "../offline/vault.js"

const easy = pin => /^(\d)\1*$/.test(pin) || "01234567890".includes(pin) || "09876543210".includes(pin)

async function begin(pin) {
  const answer = await post("/devices", new FormData())
  const told = await answer.json()
  if (!answer.ok) throw new Error(told.sentence)
  await enrol(told.id, pin)
  await navigator.serviceWorker.register("/sw.js")
  navigator.storage?.persist?.()
}

export default async function start(element) {
  const [form, on, problem] = ["[data-off]", "[data-on]", "[data-problem]"].map(part => element.querySelector(part))
  const say = (where, text) => {
    where.textContent = text
    where.hidden = text === ""
  }
  if (!isSecureContext || !navigator.serviceWorker) return say(problem, element.dataset.insecure)
  const isOn = await openVault() !== undefined
  on.hidden = !isOn
  form.hidden = isOn
  on.querySelector("button").addEventListener("click", async () => {
    if (await leave(element.dataset.unsent)) location.reload()
  })
  const told = form.querySelector("[role=alert]")
  for (const name of ["Pin", "PinAgain"]) form.elements[name].inputMode = "numeric"
  form.addEventListener("submit", async event => {
    event.preventDefault()
    const [pin, again] = ["Pin", "PinAgain"].map(name => form.elements[name].value)
    const wrong = !/^\d{6,}$/.test(pin) ? "digits" : easy(pin) ? "easy" : pin !== again ? "differ" : ""
    say(told, element.dataset[wrong] ?? "")
    if (wrong) return form.elements[wrong === "differ" ? "PinAgain" : "Pin"].focus()
    const button = form.querySelector("button")
    button.disabled = true
    say(told, element.dataset.working)
    try {
      await begin(pin)
      location.assign("/desk")
    } catch (failure) {
      button.disabled = false
      say(told, failure instanceof TypeError ? element.dataset.failed : failure.message)
    }
  })
}
