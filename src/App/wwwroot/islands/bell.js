// Keeps the number on the bell true, shows what has just come, and what came last when the bell is pressed. All tabs of a browser share one connection.
import { wake } from "./wake.js"

const AT_ONCE_MAX = 3, CALM_MS = 4000, QUIET_MS = 3000

/** When the page has come and has loaded nothing more for a while: the line must cost neither its first paint nor the pages of a document. What came until then is told then. */
function whenQuiet(run) {
  let timer
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => { watcher.disconnect(); run() }, QUIET_MS)
  }
  const watcher = new PerformanceObserver(wait)
  watcher.observe({ type: "resource" })
  if (document.readyState === "complete") wait()
  else addEventListener("load", wait, { once: true })
}

/** What comes is handed on as { event, data }. Gives back how to stop. */
function listen(element, hear) {
  const url = `/notices/live?after=${element.dataset.after}`
  if ("SharedWorker" in window) {
    const { port } = new SharedWorker(element.dataset.worker, { name: "bell" })
    port.onmessage = message => hear(message.data)
    port.postMessage({ place: element.dataset.place, url })
    return leave => { port.postMessage({ leave }); port.close() }
  }
  const source = new EventSource(url)
  for (const event of ["count", "notice"]) source.addEventListener(event, ({ data }) => hear({ event, data }))
  return () => source.close()
}

export default function bell(element) {
  const [badge, said, latest] = [element.querySelector("summary b"), element.querySelector("summary [data-said]"), element.querySelector(".bell-latest")]
  const toasts = document.querySelector(".toasts")
  let typedAt = -CALM_MS, stop
  document.addEventListener("input", () => { typedAt = performance.now() }, true)

  const count = number => {
    const text = number > 99 ? "99+" : `${number}`
    badge.hidden = number === 0
    badge.textContent = text
    said.textContent = number === 0 ? said.dataset.none : said.dataset.said.replace("#", text)
  }
  const show = notice => {
    const wait = CALM_MS - (performance.now() - typedAt)
    if (wait > 0) return setTimeout(show, wait, notice) // Whoever is writing is not disturbed.
    if (toasts.querySelectorAll(".heard-toast").length >= AT_ONCE_MAX) return // They are counted on the bell.
    const toast = element.querySelector("template").content.firstElementChild.cloneNode(true)
    toast.classList.add("heard-toast")
    toast.querySelector("b").textContent = notice.title
    toast.querySelector("[translate]").textContent = [notice.code, notice.subject].filter(Boolean).join(" · ")
    const link = toast.querySelector("a")
    link.href = `/notices/${notice.id}`
    link.textContent = notice.act
    const place = toasts.appendChild(document.createElement("div"))
    place.append(toast)
    wake(place)
  }
  const hear = ({ event, data }) => {
    if (event === "count") count(Number(data))
    else if (document.visibilityState === "visible") show(JSON.parse(data))
  }
  const start = () => whenQuiet(() => { stop ??= listen(element, hear) })
  start()
  addEventListener("pagehide", () => { stop?.(false); stop = undefined })
  addEventListener("pageshow", event => { if (event.persisted) start() })
  document.querySelector("form[action='/sign-out']")?.addEventListener("submit", () => stop?.(true))

  const read = async () => {
    const answer = await fetch("/notices/latest")
    if (!answer.ok || answer.redirected) return location.assign("/notices")
    latest.innerHTML = await answer.text()
    wake(latest)
  }
  element.addEventListener("toggle", () => { if (element.open) read() })
  latest.addEventListener("submit", async event => {
    event.preventDefault()
    const answer = await fetch(event.target.action, { method: "POST", body: new FormData(event.target) })
    if (!answer.ok) return
    count(0)
    await read()
  })
}
