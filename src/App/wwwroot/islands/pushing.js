// Turns push on in this browser, and off again; where the browser cannot, it says so and offers nothing.
const SCRIPT = "/push.js", SCOPE = "/notices/push/"

const bytes = base64url => Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), c => c.charCodeAt(0))
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")

export default async function pushing(form) {
  const [on, off] = [form.querySelector("[data-on]"), form.querySelector("[data-off]")]
  const say = name => form.querySelectorAll("[data-says]").forEach(one => { one.hidden = one.dataset.says !== name })
  if (!("serviceWorker" in navigator && "PushManager" in window)) return say("cannot")
  const present = async () => (await navigator.serviceWorker.getRegistration(SCOPE))?.pushManager.getSubscription()
  const show = subscription => {
    on.hidden = Boolean(subscription)
    off.hidden = !subscription
    say(subscription ? "is-on" : Notification.permission === "denied" ? "denied" : "is-off")
  }
  const send = (subscription, isOff) => {
    form.elements.Endpoint.value = subscription.endpoint
    form.elements.PublicKey.value = text(subscription.getKey("p256dh"))
    form.elements.Secret.value = text(subscription.getKey("auth"))
    form.elements.IsOff.value = isOff
    return fetch(form.action, { method: "POST", body: new FormData(form) })
  }

  on.addEventListener("click", async () => {
    on.disabled = true // Asking the person and the push service may take a while.
    try {
      if (await Notification.requestPermission() !== "granted") return say("denied")
      await navigator.serviceWorker.register(SCRIPT, { scope: SCOPE })
      const registration = await navigator.serviceWorker.getRegistration(SCOPE)
      while (!registration.active) await new Promise(done => setTimeout(done, 100))
      const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(form.dataset.key) })
      if ((await send(subscription, false)).ok) return show(subscription)
      await subscription.unsubscribe()
      say("refused")
    } catch {
      say("refused")
    } finally {
      on.disabled = false
    }
  })
  off.addEventListener("click", async () => {
    const subscription = await present()
    if (!subscription) return show(null)
    await send(subscription, true)
    await subscription.unsubscribe()
    show(null)
  })
  show(await present())
}
