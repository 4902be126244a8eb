// Words of the glossary in running text: their explanation shows while the word is pointed at or has the focus by keyboard.
// A tap, a click or Enter needs no script (popovertarget), and Esc closes it: it is a popover.

const LINGER = 200;
/** Milliseconds that the explanation stays when the pointer has left the word: time to reach what it says. */

/** @param {HTMLButtonElement} word */
function explain(word) {
  const box = document.getElementById(word.getAttribute("popovertarget") ?? "");
  if (box && "showPopover" in box) listen(word, box);
}

/** @param {HTMLButtonElement} word @param {HTMLElement} box */
function listen(word, box) {
  let leaving = 0;

  function show() {
    clearTimeout(leaving);
    if (!box.matches(":popover-open")) box.showPopover({ source: word });
  }
  /** @param {FocusEvent | PointerEvent} event */
  function leave(event) {
    if (event instanceof FocusEvent && box.contains(/** @type {Node | null} */ (event.relatedTarget))) return;
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      if (!box.contains(document.activeElement) && !box.matches(":hover")) box.hidePopover();
    }, LINGER);
  }

  word.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show());
  word.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave(event));
  word.addEventListener("focus", () => word.matches(":focus-visible") && show());
  word.addEventListener("blur", leave);
  box.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave(event));
  box.addEventListener("focusout", leave);
}

for (const word of document.querySelectorAll(".word")) explain(/** @type {HTMLButtonElement} */ (word));
