// Whoever signs out leaves nothing typed behind on this device.
import { forgetAll } from "./keep.js"

export default function forget(form) {
  form.addEventListener("submit", forgetAll)
}
