// Tells the writer how many characters remain, once it is worth knowing.
export default function counter(element) {
  const field = element.querySelector("textarea")
  const output = element.querySelector("output")
  if (field.maxLength < 0) return
  const update = () => {
    const left = field.maxLength - field.value.length
    output.value = left < Math.max(50, field.maxLength / 5) ? element.dataset.near.replace("#", left) : ""
  }
  field.addEventListener("input", update)
  update()
}
