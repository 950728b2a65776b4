// Changes the appearance at once; the cookie tells the server, so that the next page is right from its first paint.
export function wear(look) {
  const root = document.documentElement
  if (look === "light" || look === "dark") root.dataset.bsTheme = look
  else delete root.dataset.bsTheme
  if (look === "contrast") root.dataset.contrast = "more"
  else delete root.dataset.contrast
}

/** What was chosen on this device; for a page that was kept before. */
export const worn = () => /(?:^|; )appearance=(\w+)/.exec(document.cookie)?.[1]

export default function appearance(element) {
  element.addEventListener("click", event => {
    const link = event.target.closest("[data-look]")
    if (!link) return
    event.preventDefault()
    const { look } = link.dataset
    document.cookie = `appearance=${look || "auto"}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`
    wear(look)
    for (const other of document.querySelectorAll("[data-look]")) {
      if (other.dataset.look === look) other.setAttribute("aria-current", "true")
      else other.removeAttribute("aria-current")
    }
  })
}
