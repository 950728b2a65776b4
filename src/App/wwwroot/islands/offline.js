// On an enrolled browser: comes into contact, keeps what is on the desk, and sends what waits once the PIN has opened it.
import { device, ending } from "../offline/marker.js"
import when from "../offline/when.js"

const minute = 60_000, hour = 60 * minute

/** What was destroyed is said until the server knows of it. */
async function tellEnd(bar, say) {
  const gone = ending()
  if (!gone) return
  const { confess } = await import("../offline/server.js")
  await confess()
  say(`${bar.dataset.gone} ${gone.unsent ? bar.dataset.lost.replace("#", gone.unsent) : ""}`)
}

async function keep(bar, vault, say) {
  const { refresh } = await import("../offline/copies.js")
  try {
    const documents = await refresh(vault, (done, whole) => say(bar.dataset.keeping.replace("##", whole).replace("#", done)))
    say(bar.dataset.kept.replace("##", when(vault.until)).replace("#", documents))
  } catch {
    say(bar.dataset.unkept.replace("#", when(vault.until)))
  }
}

export default async function offline(bar) {
  const [status, words] = [bar.querySelector("[data-status]"), bar.querySelector("[data-status] span")]
  const say = text => {
    bar.hidden = status.hidden = false
    words.textContent = text
  }
  if (!device()) return tellEnd(bar, say)
  const { openVault } = await import("../offline/vault.js")
  const { meet } = await import("../offline/server.js")
  const vault = await openVault()
  if (!vault) return tellEnd(bar, say)
  navigator.serviceWorker.register("/sw.js")
  setInterval(async () => {
    if (!device()) return
    const isGone = await vault.isSpent() || (Date.now() - vault.state.contactAt > hour && await meet(vault) === "gone")
    if (isGone) tellEnd(bar, say)
  }, minute / 2)
  const isDesk = location.pathname === "/desk"
  if (!isDesk && Date.now() - vault.state.contactAt < minute && !await vault.db.count("queue")) return
  const met = await meet(vault)
  if (met === "gone") return tellEnd(bar, say)
  if (met !== "ok") return // Another person at this browser has no business with what waits.
  if (await vault.db.count("queue")) (await import("../offline/waiting.js")).default(bar, vault)
  if (isDesk) await keep(bar, vault, say)
}
