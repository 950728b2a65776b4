// Whoever signs out leaves nothing behind on this device: neither what was typed nor what was kept for when there is no network.
import { device } from "../offline/marker.js"
import { forgetAll } from "./keep.js"

export default function forget(form) {
  form.addEventListener("submit", async event => {
    if (device()) {
      event.preventDefault()
      const { default: leave } = await import("../offline/leave.js")
      if (!await leave(form.dataset.unsent)) return
      form.submit()
    }
    forgetAll()
  })
}
