// Puts a kept page into the shell: the server's own main part and title, with its islands awake. What needs the network says so; what may wait is queued.
import { at, has, read } from "./copies.js"
import { drop as dropDraft, keep as keepDraft } from "./drafts.js"
import fill from "./fill.js"
import Notes from "./notes.js"
import { add, fieldsOf, waits } from "./queue.js"

const { wake } = await import(`../islands/wake.js${new URL(document.querySelector("script[type=module]").src).search}`)
const inQuery = ["desk", "then", "deed=progress"] // The walk of the desk, and the one form of work that may wait.
const asking = ["preview", "propose", "keep", "upload"] // They ask the server, or keep what is typed where no PIN guards it.

export default class Screen {
  constructor(shell) {
    Object.assign(this, shell, { urls: [], end: new AbortController() })
    this.notes = new Notes(this, (item, opened) => this.takeBack(item, opened))
    const { signal } = this.end
    document.addEventListener("click", event => this.follow(event), { signal })
    this.main.addEventListener("submit", event => this.send(event), { signal })
    addEventListener("popstate", () => this.show(location.pathname), { signal })
  }

  close() {
    this.end.abort()
    this.notes.clear()
    this.forget()
  }

  forget() {
    this.urls.forEach(url => URL.revokeObjectURL(url))
    this.urls = []
  }

  async show(path) {
    if (await this.vault.isSpent()) return location.reload()
    this.forget()
    this.notes.clear()
    this.path = path
    const copy = await read(this.vault, path)
    if (copy) await this.put(new DOMParser().parseFromString(new TextDecoder().decode(copy.content), "text/html"))
    else {
      this.main.className = "main"
      this.main.replaceChildren(this.part("away"))
    }
    scrollTo(0, 0)
    this.main.focus({ preventScroll: true })
    await this.notes.mark(path)
  }

  async put(page) {
    const source = page.querySelector("main")
    source.querySelectorAll(".offline-bar, [data-preview], noscript, [name=AddRow], [name=Propose], [name=SavePhrase], .voice-file").forEach(part => part.remove())
    for (const element of source.querySelectorAll("[data-island]"))
      element.dataset.island = element.dataset.island.split(" ").filter(name => !asking.includes(name)).join(" ")
    source.querySelectorAll("[data-island='']").forEach(element => delete element.dataset.island)
    source.querySelectorAll("[data-island~=voice]").forEach(element => { element.dataset.away = this.texts.sound })
    await Promise.all([...source.querySelectorAll("img.viewer-picture")].map(async picture => { picture.src = await this.urlOf(at(picture.getAttribute("src"))) }))
    await Promise.all([...source.querySelectorAll("[data-island~=player]:has(audio[src])")].map(sound => this.sound(sound)))
    document.title = page.title
    this.main.className = source.className
    this.main.replaceChildren(...[...source.childNodes].map(node => document.importNode(node, true)))
    for (const element of this.main.querySelectorAll("[data-src]")) element.fetched = () => this.fetched(at(element.dataset.src))
    for (const link of this.main.querySelectorAll("a[href^='/'], a[href^='?']")) link.toggleAttribute("data-away", !await this.keeps(link))
    wake(this.main)
    const form = [...this.main.querySelectorAll("form")].find(waits)
    if (form) await keepDraft(this.vault, this.path, form)
  }

  /** Plays from what is kept; what was too much to keep says so. */
  async sound(element) {
    const audio = element.querySelector("audio")
    const href = await this.urlOf(at(audio.getAttribute("src")))
    if (href) audio.setAttribute("src", href)
    else element.replaceWith(Object.assign(document.createElement("p"), { className: "quiet", textContent: this.texts.unheard }))
  }

  /** Whether it leads to what is kept. What a query chooses of a page is not: only the page itself is there. */
  async keeps(link) {
    const { pathname, searchParams } = new URL(link.href)
    return !link.hasAttribute("download") && [...searchParams].every(([name, value]) => inQuery.includes(name) || inQuery.includes(`${name}=${value}`)) && has(this.vault, pathname)
  }

  async fetched(path) {
    const copy = await read(this.vault, path)
    return copy ? new Response(copy.content, { headers: { "Content-Type": copy.type } }) : Response.error()
  }

  async urlOf(path) {
    const copy = await read(this.vault, path)
    if (!copy) return ""
    this.urls.push(URL.createObjectURL(new Blob([copy.content], { type: copy.type })))
    return this.urls.at(-1)
  }

  /** Links to what is kept stay here; others need the network. */
  follow(event) {
    const link = event.target.closest("a[href]")
    const href = link?.getAttribute("href")
    if (!href || link.hasAttribute("data-real") || href.startsWith("#") || event.defaultPrevented || event.ctrlKey || event.metaKey || !href.startsWith("/") && !href.startsWith("?")) return
    event.preventDefault()
    if (link.hasAttribute("data-away")) return this.notes.say(this.texts.needs)
    this.go(at(href))
  }

  go(path) {
    history.pushState(null, "", path)
    return this.show(path)
  }

  async send(event) {
    const form = event.target
    if (event.defaultPrevented || form.method === "dialog") return
    event.preventDefault()
    const wanted = waits(form)
    if (!wanted) return this.notes.say(this.texts.needs)
    const fields = fieldsOf(form)
    const sound = form.sound
    const missing = wanted.kind === "directive" ? this.missing(fields, sound) : ""
    if (missing) return this.notes.say(missing, true)
    const document = wanted.kind === "directive" ? wanted.target : /\/documents\/([0-9a-f-]{36})/.exec(this.main.querySelector("a[href^='/documents/']")?.getAttribute("href"))?.[1]
    await add(this.vault, { ...wanted, document, fields, sound })
    const from = this.path
    await this.go("/desk")
    await dropDraft(this.vault, from)
    this.notes.say(this.texts.queued)
    this.queued()
  }

  /** What the server would certainly send back. */
  missing(fields, sound) {
    const isSaid = fields.some(([name, value]) => ["Words", "Ink", "RecordingId"].includes(name) && value.trim() !== "")
    const isGiven = fields.some(([name, value]) => (name === "PassTo" || /^Rows\[\d+\]\.To$/.test(name)) && value.trim() !== "")
    return !isSaid && !sound ? this.texts.needWords : !isGiven ? this.texts.needRows : ""
  }

  /** What was taken back waits no longer; what it said comes back into its form. */
  async takeBack(item, opened) {
    await this.go(item.kind === "directive" ? `/documents/${item.target}/directive` : `/assignments/${item.target}`)
    const form = [...this.main.querySelectorAll("form")].find(one => waits(one)?.target === item.target)
    if (form) fill(form, opened)
  }
}
