// Opens the app without a network: asks for the PIN, shows the pages that the server made and this browser kept, and lets what is written wait.
import again from "../offline/again.js"
import { device, ending } from "../offline/marker.js"
import { confess } from "../offline/server.js"
import { openVault } from "../offline/vault.js"
import { wear, worn } from "./appearance.js"
import Screen from "../offline/screen.js"
import when from "../offline/when.js"


class Shell {
  constructor(bar) {
    Object.assign(this, { bar, texts: bar.dataset, main: document.querySelector("main"), net: document.querySelector("[data-net] span"), lockButton: document.querySelector("[data-lock]") })
    this.lockButton.addEventListener("click", () => this.lock())
  }

  part(name) {
    return this.bar.querySelector(`template[data-part=${name}]`).content.cloneNode(true)
  }

  async begin() {
    this.vault = await openVault()
    if (!this.vault) return this.end()
    setInterval(async () => { if (device() && await this.vault.isSpent()) this.end() }, 30_000)
    this.ask()
  }

  /** Nothing is kept here: never was, or no longer, and why. */
  end() {
    this.sending?.end()
    this.lockButton.hidden = true
    document.querySelector("[data-full]").hidden = true
    const gone = ending()
    this.put(this.part("none"))
    document.querySelector("[data-notes]").replaceChildren()
    if (gone) this.main.querySelector(".quiet").textContent = [this.texts[`gone${gone.why[0].toUpperCase()}${gone.why.slice(1)}`], gone.unsent ? this.texts.lost.replace("#", gone.unsent) : ""].join(" ")
    confess()
  }

  put(content) {
    this.main.className = "main"
    this.main.replaceChildren(content)
  }

  ask() {
    this.put(this.part("pin"))
    const form = this.main.querySelector("form")
    const [field, error, button] = [form.elements.Pin, form.querySelector("[role=alert]"), form.querySelector("button")]
    form.querySelector("[data-until]").textContent = `${this.until}.`
    form.addEventListener("submit", async event => {
      event.preventDefault()
      button.disabled = true
      const left = await this.vault.unlock(field.value)
      button.disabled = false
      field.value = ""
      if (left === undefined) return this.open()
      if (!device()) return this.end()
      error.textContent = this.texts.wrong.replace("#", left)
      error.hidden = false
      field.focus()
    })
    field.focus()
  }

  get until() {
    return this.texts.until.replace("#", when(this.vault.until))
  }

  async open() {
    this.lockButton.hidden = false
    this.net.textContent = this.until
    this.screen = new Screen({ vault: this.vault, main: this.main, texts: this.texts, part: name => this.part(name), queued: () => this.sending.round() })
    await this.screen.show(location.pathname)
    this.sending = again(this.vault, step => this.tell(step))
  }

  /** After a try to send: what went is said, and the marks of what waits are put right. */
  async tell({ sent, stop, left, isIdle }) {
    if (stop === "gone" || !device()) return this.end()
    this.net.textContent = this.until
    document.querySelector("[data-full]").hidden = stop !== ""
    if (isIdle) return
    const { notes, path } = this.screen
    await notes.mark(path)
    if (stop === "signed-out") notes.say(this.texts.signin.replace("#", left.length), false, "signin")
    else if (sent) notes.say(this.texts.sent.replace("#", sent))
  }

  lock() {
    this.sending.end()
    this.vault.lock()
    this.screen.close()
    this.lockButton.hidden = true
    this.ask()
  }
}

export default function shell(bar) {
  wear(worn()) // The shell is kept from another day.
  return new Shell(bar).begin()
}
