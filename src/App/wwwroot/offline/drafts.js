// Keeps, sealed, what is written without a network and not yet sent, and brings it back when its form is opened again.
import fill from "./fill.js"
import { fieldsOf } from "./queue.js"

const patience = 600

export async function keep(vault, path, form) {
  const draft = await vault.db.get("drafts", path)
  if (draft) fill(form, { fields: JSON.parse(new TextDecoder().decode(await vault.unseal(draft.sealed, path))) })
  let timer
  form.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(async () => {
      if (!form.isConnected) return // Sent, or left for another page.
      await vault.db.put("drafts", { path, sealed: await vault.seal(JSON.stringify(fieldsOf(form)), path) })
    }, patience)
  })
}

export const drop = (vault, path) => vault.db.delete("drafts", path)
