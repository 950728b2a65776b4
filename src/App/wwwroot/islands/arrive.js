// On every page: drafts that were sent and have arrived are let go.
import { tidy } from "./keep.js"

export default function arrive() {
  tidy()
}
