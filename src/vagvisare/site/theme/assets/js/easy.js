// Easy Swedish in place of the ordinary, where a page has both. It runs before the page is painted, so that no text changes before
// one's eyes. That somebody has asked for it is kept on the device under one name, and goes when they no longer want it.
// Whoever has come by the way in for easy Swedish has it in the address (#easy), as far as what they say leads, and nothing is kept.
{
  const NAME = "vagvisare-easy-swedish";
  const root = document.documentElement;
  let inAddress = new URLSearchParams(location.hash.slice(1)).has("easy");

  function isWanted() {
    try {
      return inAddress || localStorage.getItem(NAME) !== null;
    } catch {
      return inAddress || root.dataset.easy === "on"; // a browser that keeps nothing
    }
  }

  /** @param {boolean} wanted */
  function keep(wanted) {
    try {
      if (wanted) localStorage.setItem(NAME, "on");
      else localStorage.removeItem(NAME);
    } catch {
      // then it holds for this page alone
    }
  }

  /** @param {boolean} wanted */
  function show(wanted) {
    root.dataset.easy = wanted ? "on" : "off";
    document.getElementById("easy")?.setAttribute("aria-pressed", String(wanted));
  }

  function press() {
    const wanted = root.dataset.easy !== "on";
    inAddress = false;
    keep(wanted);
    show(wanted);
  }

  show(isWanted());
  addEventListener("DOMContentLoaded", () => {
    show(isWanted());
    document.getElementById("easy")?.addEventListener("click", press);
    if (inAddress) for (const link of document.querySelectorAll(".home .sayings a")) /** @type {HTMLAnchorElement} */ (link).hash += "&easy";
  });
  addEventListener("pageshow", () => show(isWanted())); // "back" shows a page as it was left
  addEventListener("storage", ({ key }) => key === NAME && show(isWanted())); // another tab
}
