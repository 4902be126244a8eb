// Elements that scripts make. What is put in is text or other elements, never HTML.

/** An element with what stands in it; what is empty is left out.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {string} style its classes @param {(Node | string | undefined)[]} content
 * @returns {HTMLElementTagNameMap[Name]} */
export function element(name, style, ...content) {
  const made = document.createElement(name);
  if (style) made.className = style;
  for (const part of content) if (part !== undefined && part !== "") made.append(part);
  return made;
}

/** A button that does something here. @param {string} style @param {(Node | string | undefined)[]} content @param {() => void} pressed
 * @returns {HTMLButtonElement} */
export function button(style, content, pressed) {
  const made = element("button", style, ...content);
  made.type = "button";
  made.addEventListener("click", pressed);
  return made;
}

/** A figure or day that keeps its own direction. @param {string} text @param {string} direction @returns {HTMLElement} */
export function isolated(text, direction) {
  const made = element("bdi", "", text);
  made.dir = direction;
  return made;
}

/** A text in another language than the page's. @param {"bdi" | "span"} name @param {string} text
 * @param {string} language @param {string} direction @returns {HTMLElement} */
export function inLanguage(name, text, language, direction) {
  const made = element(name, "", text);
  made.lang = language;
  made.dir = direction;
  return made;
}

/** A message with facts in the place of its names in braces; a name that is none of theirs stays as it is written.
 * @param {string | undefined} message @param {Record<string, string | number>} facts */
export const filled = (message, facts) =>
  (message ?? "").replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(facts, name) ? String(facts[name]) : whole));
