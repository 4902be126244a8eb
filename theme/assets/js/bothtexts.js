// A text that is there in easy Swedish too, as the pages have it: both stand there, and the style sheet shows the one that is wanted.

/** @param {string} ordinary @param {string} easy @returns {Node[]} */
export const bothTexts = (ordinary, easy) => [part("ordinary", ordinary), document.createTextNode(" "), part("easy", easy, "sv-simple")];

/** @param {string} style @param {string} content @param {string} [language] */
function part(style, content, language) {
  const made = document.createElement("span");
  made.className = style;
  if (language) made.lang = language;
  made.textContent = content;
  return made;
}

/** Takes away the text that is not wanted. @param {Element} holder */
export function leaveWanted(holder) {
  const other = document.documentElement.dataset.easy === "on" ? ".ordinary" : ".easy";
  for (const part of holder.querySelectorAll(other)) part.remove();
}
