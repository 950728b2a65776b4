// Tries to come into contact and to send what waits, again and again, less and less often, and at once when there is a network.
import { all, send } from "./queue.js"

const first = 2000, longest = 60_000

/** tell hears { sent, stop, left } after each try; gives how to stop. */
export default function again(vault, tell) {
  let [timer, pause, isBusy, isOver] = [0, first, false, false]
  const round = async () => {
    if (isBusy || isOver) return
    isBusy = true
    clearTimeout(timer)
    try {
      const isIdle = (await all(vault)).every(item => item.problem)
      const { sent, stop } = await send(vault)
      if (isOver) return
      const left = stop === "gone" ? [] : await all(vault)
      pause = sent > 0 ? first : Math.min(pause * 2, longest)
      if (stop === "away") timer = setTimeout(round, pause)
      tell({ sent, stop, left, isIdle })
    } catch (failure) {
      if (failure.name !== "InvalidStateError") throw failure
      isOver = true // What is kept was destroyed meanwhile, and its database is closed: nothing is left to send.
    } finally {
      isBusy = false
    }
  }
  addEventListener("online", round)
  round()
  return { round, end() { isOver = true; clearTimeout(timer); removeEventListener("online", round) } }
}
