// The search box of every page: a button opens it, "/" too; the words go to the search page in the address's fragment.
// Without script the button is a link to the search page.

const box = document.getElementById("box");
const link = document.querySelector("a.top__search");
const own = document.getElementById("query");

/** A real button in the link's place. @param {HTMLElement} opened the popover */
function button(opened) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = link?.className ?? "";
  made.popoverTargetElement = opened;
  made.setAttribute("aria-keyshortcuts", "/");
  made.append(...(link?.childNodes ?? []));
  link?.replaceWith(made);
}

/** Opens the page's box. */
function open() {
  if (own) own.focus();
  else box?.showPopover();
}

if (box && link) {
  if (own) link.addEventListener("click", (event) => (event.preventDefault(), open()));
  else button(box);
  const form = /** @type {HTMLFormElement} */ (box.querySelector("form"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = /** @type {HTMLInputElement} */ (form.querySelector("input")).value.trim();
    location.assign(`${form.getAttribute("action")}#${new URLSearchParams({ words })}`);
  });
  addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
  });
}
