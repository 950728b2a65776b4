// A moment as the office reads it: HH:mm dd/MM, in Việt Nam's time wherever the device is.
const parts = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit", hourCycle: "h23", timeZone: "Asia/Ho_Chi_Minh" })

export default function when(moment) {
  const { hour, minute, day, month } = Object.fromEntries(parts.formatToParts(moment).map(({ type, value }) => [type, value]))
  return `${hour}:${minute} ${day}/${month}`
}
