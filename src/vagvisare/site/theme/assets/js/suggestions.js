// Suggestions below a box as one types: a combobox with a list (ARIA Authoring Practices, "Editable combobox with list autocomplete").

import { element } from "./elements.js";

/** @typedef {{text: string, more: string}} Suggestion what it is, and what kind of thing that is */

/** @param {HTMLInputElement} input with role combobox @param {HTMLElement} list with role listbox
 * @param {(typed: string) => Suggestion[]} complete what may be meant @param {(text: string) => void} choose told of what is taken */
export function suggest(input, list, complete, choose) {
  let active = -1;

  /** @param {number} index */
  function mark(index) {
    active = index;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    const option = list.children[index];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  }

  function open() {
    const found = complete(input.value);
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    mark(-1);
  }

  /** @param {Suggestion} suggestion @param {number} index */
  function option({ text, more }, index) {
    const item = element("li", "", element("bdi", "", text), element("span", "soft", ` ${more}`));
    item.id = `${list.id}-${index}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
    item.addEventListener("click", () => take(text));
    return item;
  }

  /** @param {string} text */
  function take(text) {
    close();
    choose(text);
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    const last = list.children.length - 1;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault(); // what is typed stays
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open();
      const from = event.key === "ArrowDown" ? active + 1 : active === -1 ? last : active - 1;
      mark(from > last || from < 0 ? -1 : from);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      take(list.children[active].querySelector("bdi")?.textContent ?? "");
    }
  }

  input.addEventListener("keydown", press);
  input.addEventListener("blur", close);
  return { open, close };
}
