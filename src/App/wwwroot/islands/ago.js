// Says a moment as "5 phút trước" and keeps that true.
const steps = [["minute", 60], ["hour", 3600], ["day", 86400]]

export default function ago(element) {
  const at = new Date(element.dateTime)
  const words = new Intl.RelativeTimeFormat(element.dataset.lang, { numeric: "auto" })
  const full = element.textContent
  const update = () => {
    const seconds = Math.round((at - Date.now()) / 1000)
    const [unit, length] = steps.findLast(([, size]) => Math.abs(seconds) >= size) ?? steps[0]
    element.textContent = Math.abs(seconds) > 7 * 86400 ? full : words.format(Math.round(seconds / length), unit)
  }
  update()
  setInterval(update, 60000)
}
