// Speaks our language instead of the browser's (the field lies unseen over its frame), takes files that are dropped, says how many and how large they are, and turns a too large one away before it is sent.
const megabytes = bytes => `${(bytes / 1048576).toLocaleString("vi-VN", { maximumFractionDigits: 1 })} MB`

export default function files(element) {
  const field = element.querySelector("input[type=file]")
  const output = element.querySelector("output")
  element.classList.add("taken-over")
  const tell = () => {
    const chosen = [...field.files]
    const isTooLarge = chosen.some(file => file.size > Number(field.dataset.max))
    field.setCustomValidity(isTooLarge ? element.dataset.large : "")
    element.classList.toggle("is-wrong", isTooLarge)
    output.value = isTooLarge ? element.dataset.large
      : chosen.length === 0 ? ""
        : `${element.dataset.many.replace("##", megabytes(chosen.reduce((sum, file) => sum + file.size, 0))).replace("#", chosen.length)}: ${chosen.map(file => file.name).join(", ")}`
  }
  field.addEventListener("change", tell)
  element.addEventListener("dragover", event => {
    event.preventDefault()
    element.classList.add("over")
  })
  element.addEventListener("dragleave", () => element.classList.remove("over"))
  element.addEventListener("drop", event => {
    event.preventDefault()
    element.classList.remove("over")
    field.files = event.dataTransfer.files
    field.dispatchEvent(new Event("change", { bubbles: true }))
  })
}
