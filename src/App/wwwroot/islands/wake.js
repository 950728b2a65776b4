// Wakes each island inside an element: those that name their modules in data-island. What is put into a page later is woken by whoever puts it there.
const version = new URL(import.meta.url).search

export function wake(root) {
  for (const element of root.querySelectorAll("[data-island]"))
    for (const name of element.dataset.island.split(" ")) import(`./${name}.js${version}`).then(module => module.default(element))
}
