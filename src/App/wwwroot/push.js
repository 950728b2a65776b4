// The service worker of notices alone; its scope has no pages, so it stands between nobody and the server. It is told that there is something to do and where, nothing else.
addEventListener("push", event => {
  const { text, url } = event.data?.json() ?? { text: "Liên Thông", url: "/notices" }
  event.waitUntil(self.registration.showNotification("Liên Thông", { body: text, data: { url }, tag: url, icon: "/styles/mark.svg", lang: "vi" }))
})

addEventListener("notificationclick", event => {
  event.notification.close()
  event.waitUntil(clients.openWindow(new URL(event.notification.data.url, self.location.origin)))
})
