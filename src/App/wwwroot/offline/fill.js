// Puts what waited back into its form, so that it can be read again, changed and sent.
export default function fill(form, { fields, sound }) {
  for (const [name, value] of fields) {
    const field = form.elements[name]
    if (!field || name === "Seen") continue // How it stands now is what is seen now.
    if (name === "RecordingId") continue // The sound itself comes back below.
    field.value = value
    if (value && field.matches("input:not([type=hidden]), textarea")) field.closest("details")?.setAttribute("open", "")
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }))
  }
  const say = sound && form.querySelector("[data-island~=voice]")
  if (!say) return
  say.sound = sound // Whether its island is awake or not yet.
  say.dispatchEvent(new Event("sound"))
}
