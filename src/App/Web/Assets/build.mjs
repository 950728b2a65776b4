// Makes wwwroot/lib/icons.svg from the names in icons.txt, wwwroot/lib/tabler.css from the parts in tabler.scss, and wwwroot/lib/styles.css from the sheets in Styles.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"

const here = new URL("./", import.meta.url)
const modules = new URL("../../../../node_modules/", here)
const lib = new URL("../../wwwroot/lib/", here)
const { compile } = createRequire(modules)("sass")

const symbol = name => {
  const drawing = readFileSync(new URL(`@tabler/icons/icons/outline/${name}.svg`, modules), "utf8")
  const shapes = drawing.slice(drawing.indexOf(">", drawing.indexOf("<svg")) + 1, drawing.lastIndexOf("</svg>")).replaceAll(/\s*\n\s*/g, "")
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`
}

const names = readFileSync(new URL("icons.txt", here), "utf8").split("\n").filter(name => name !== "")
mkdirSync(lib, { recursive: true })
writeFileSync(new URL("icons.svg", lib), `<svg xmlns="http://www.w3.org/2000/svg">\n${names.map(symbol).join("\n")}\n</svg>\n`)

const options = { style: "compressed", loadPaths: [new URL("@tabler/core/scss", modules).pathname], quietDeps: true, logger: { warn() {}, debug() {} } }
const { css } = compile(new URL("tabler.scss", here).pathname, options)
writeFileSync(new URL("tabler.css", lib), css.replaceAll(/(?<![\w-])--(?=[a-z])/g, "--tblr-")) // As Tabler's own build does.

// One request instead of a dozen; what comes later wins, so the order is part of the look.
const sheets = ["tokens", "ground", "marks", "leaf", "lists", "parts", "fields", "frame", "desk", "document", "signing", "narrow", "around", "speaking"]
writeFileSync(new URL("styles.css", lib), sheets.map(name => readFileSync(new URL(`../Styles/${name}.css`, here), "utf8")).join("\n"))
