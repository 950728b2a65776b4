// Every page begins here; it is usable before.
const { wake } = await import(`./wake.js${new URL(import.meta.url).search}`)

wake(document)
