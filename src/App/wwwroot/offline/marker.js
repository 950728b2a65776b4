// Says cheaply on every page whether this browser keeps anything: the device's id, or why there is nothing any more.
const [here, gone] = ["offline-device", "offline-gone"]

export const device = () => localStorage.getItem(here)

export function enrolled(id) {
  localStorage.setItem(here, id)
  localStorage.removeItem(gone)
}

/** why: time, clock, pin, revoked or out; unsent: how many waited to be sent. */
export function ended(why, unsent) {
  localStorage.setItem(gone, JSON.stringify({ why, unsent, device: device() }))
  localStorage.removeItem(here)
}

export function ending() {
  return JSON.parse(localStorage.getItem(gone))
}

export function endingRead() {
  localStorage.removeItem(gone)
}
