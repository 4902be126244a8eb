// The search box of every page, and that of the home page: the words go to the search page in the
// address's fragment. A button opens the first; without script it is a link to the search page.

const box = document.getElementById("box");
const link = document.querySelector("a.top__search");
const own = document.getElementById("query");

/** A real button in the link's place. @param {HTMLElement} opened the popover */
function button(opened) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = link?.className ?? "";
  made.popoverTargetElement = opened;
  made.append(...(link?.childNodes ?? []));
  link?.replaceWith(made);
}

if (box && link) {
  if (own) link.addEventListener("click", (event) => (event.preventDefault(), own.focus()));
  else button(box);
}
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll(".box form, .home__ask"))) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = /** @type {HTMLInputElement} */ (form.querySelector("input")).value.trim();
    location.assign(`${form.getAttribute("action")}#${new URLSearchParams({ words })}`);
  });
}
