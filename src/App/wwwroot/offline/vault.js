// What an enrolled browser keeps: everything in it is sealed for a key that only the PIN opens. Storing needs no PIN, reading does.
import { deleteDB, openDB } from "/lib/idb/index.js"
import { device, ended, enrolled } from "./marker.js"

const name = "lien-thong"
const valid = 72 * 3600 * 1000
const backwards = 5 * 60 * 1000 // A clock is put right by the network now and then.
const triesMax = 10, rounds = 600_000
const pair = { name: "RSA-OAEP", modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]), hash: "SHA-256" }
const { subtle } = globalThis.crypto
const random = length => crypto.getRandomValues(new Uint8Array(length))
const bytesOf = text => new TextEncoder().encode(text)

const connect = () => openDB(name, 1, {
  upgrade(db) {
    db.createObjectStore("state")
    for (const store of ["copies", "drafts"]) db.createObjectStore(store, { keyPath: "path" })
    db.createObjectStore("queue", { keyPath: "place", autoIncrement: true })
  },
  blocking: (_, __, event) => event.target.close(), // Another page destroys it.
})

async function keyOf(pin, salt) {
  const typed = await subtle.importKey("raw", bytesOf(pin), "PBKDF2", false, ["deriveKey"])
  return subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds }, typed, { name: "AES-GCM", length: 256 }, false, ["wrapKey", "unwrapKey"])
}

/** Begins anew on this browser; whatever was kept before is gone. */
export async function enrol(id, pin) {
  await deleteDB(name)
  const [salt, iv] = [random(16), random(12)]
  const { publicKey, privateKey } = await subtle.generateKey(pair, true, ["wrapKey", "unwrapKey"])
  const wrapped = await subtle.wrapKey("pkcs8", privateKey, await keyOf(pin, salt), { name: "AES-GCM", iv })
  const db = await connect()
  await db.put("state", { device: id, publicKey, salt, iv, wrapped, tries: 0, contactAt: Date.now(), seenAt: Date.now() }, "vault")
  db.close()
  enrolled(id)
}

/** Opens what is kept, still locked; nothing when there is none, or when its time was over just now. */
export async function openVault() {
  if (!device() || !subtle) return undefined
  const db = await connect()
  const state = await db.get("state", "vault")
  if (!state) {
    db.close()
    ended("time", 0) // Cleared by the browser itself.
    return undefined
  }
  const vault = new Vault(db, state)
  return await vault.isSpent() ? undefined : vault
}

class Vault {
  #privateKey

  constructor(db, state) {
    Object.assign(this, { db, state })
  }

  get until() {
    return new Date(this.state.contactAt + valid)
  }

  get isOpen() {
    return this.#privateKey !== undefined
  }

  /** Whether its time is over or its clock was put back; then it is destroyed. Asked whenever something is read, and now and then. */
  async isSpent() {
    const now = Date.now()
    const why = now < this.state.seenAt - backwards ? "clock" : now >= this.until.getTime() ? "time" : ""
    if (why) await this.destroy(why)
    else if (now > this.state.seenAt) await this.#note({ seenAt: now })
    return why !== ""
  }

  /** The server was asked at this moment, and answered. */
  met(at) {
    return this.#note({ contactAt: at, seenAt: at })
  }

  async #note(changes) {
    const change = this.db.transaction("state", "readwrite")
    this.state = { ...await change.store.get("vault"), ...changes }
    await change.store.put(this.state, "vault")
    await change.done
  }

  /** Opens it; gives how many tries are left after a wrong PIN, nothing after the right one. A try counts before it is made. */
  async unlock(pin) {
    await this.#note({ tries: (await this.db.get("state", "vault")).tries + 1 })
    const { salt, iv, wrapped, tries } = this.state
    try {
      this.#privateKey = await subtle.unwrapKey("pkcs8", wrapped, await keyOf(pin, salt), { name: "AES-GCM", iv }, pair, false, ["unwrapKey"])
    } catch {
      if (tries >= triesMax) await this.destroy("pin")
      return triesMax - tries
    }
    await this.#note({ tries: 0 })
    return undefined
  }

  lock() {
    this.#privateKey = undefined
  }

  /** about is bound to what is sealed, so that one thing cannot be put in another's place. */
  async seal(content, about) {
    const [key, iv] = [await subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt"]), random(12)]
    const data = await subtle.encrypt({ name: "AES-GCM", iv, additionalData: bytesOf(about) }, key, typeof content === "string" ? bytesOf(content) : content)
    return { iv, data, key: await subtle.wrapKey("raw", key, this.state.publicKey, { name: "RSA-OAEP" }) }
  }

  async unseal({ iv, data, key }, about) {
    const opened = await subtle.unwrapKey("raw", key, this.#privateKey, { name: "RSA-OAEP" }, { name: "AES-GCM" }, false, ["decrypt"])
    return subtle.decrypt({ name: "AES-GCM", iv, additionalData: bytesOf(about) }, opened, data)
  }

  /** Nothing is left but why, and how much had not been sent. */
  async destroy(why) {
    this.lock()
    const unsent = await this.db.count("queue")
    const stores = [...this.db.objectStoreNames]
    const change = this.db.transaction(stores, "readwrite")
    for (const store of stores) change.objectStore(store).clear()
    await change.done
    this.db.close()
    ended(why, unsent)
    await deleteDB(name)
  }
}
