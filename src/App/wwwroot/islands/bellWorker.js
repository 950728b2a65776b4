// Holds the one connection of a browser to its notices, and hands on to all its tabs what comes.
const tabs = new Set()
let source, place, counted

function close() {
  source?.close()
  source = place = counted = undefined
}

function open(url) {
  source = new EventSource(url) // Comes back by itself, with the number of the last it heard; refused, it stays closed.
  for (const event of ["count", "notice"]) source.addEventListener(event, ({ data }) => {
    if (event === "count") counted = data
    for (const tab of tabs) tab.postMessage({ event, data })
  })
}

addEventListener("connect", ({ ports: [tab] }) => {
  tabs.add(tab)
  tab.onmessage = ({ data }) => {
    if ("leave" in data) {
      tabs.delete(tab)
      if (data.leave || tabs.size === 0) close() // Signed out, or nobody looks.
      return
    }
    if (place !== data.place || source?.readyState === EventSource.CLOSED) close() // Another signed in or works in another place, or the old sign-in ended.
    place = data.place
    if (!source) open(data.url)
    else if (counted !== undefined) tab.postMessage({ event: "count", data: counted })
  }
})
