// My plan: ticks that stay on the device when asked, a calendar file, and paper.

import { calendar } from "./calendar.js";
import { save } from "./files.js";

const KEPT = "vagvisare-plan";

/** What a browser keeps under this page's name; nothing where it keeps nothing. */
const name = `${KEPT} ${location.pathname}`;

/** @param {HTMLElement} plan */
function planning(plan) {
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (plan.querySelector(selector));
  const boxes = /** @type {HTMLInputElement[]} */ ([...plan.querySelectorAll(".steps input")]);
  const keeping = find(".plan__keep");
  const wanted = /** @type {HTMLInputElement} */ (keeping.querySelector("input"));
  const status = find(".plan__status");
  const no = plan.querySelector(".plan__no");

  const ticked = () => boxes.filter((box) => box.checked).map((box) => box.name);

  function keep() {
    if (wanted.checked) localStorage.setItem(name, JSON.stringify(ticked()));
    else localStorage.removeItem(name);
  }

  function restore() {
    const kept = localStorage.getItem(name);
    wanted.checked = kept !== null;
    const names = /** @type {string[]} */ (JSON.parse(kept ?? "[]"));
    if (kept !== null) for (const box of boxes) box.checked = names.includes(box.name);
  }

  /** What goes into the calendar: when to ask again, and the last day to appeal, if it is known. */
  function events() {
    const { name: what = "", again = "", last = "", patience } = plan.dataset;
    const found = [{ day: later(today(), Number(patience), 0), title: `${again}: ${what}` }];
    const given = no?.querySelector("input")?.value;
    if (no instanceof HTMLElement && given) {
      const { days, months } = no.dataset;
      const day = later(new Date(`${given}T00:00Z`), Number(days), Number(months));
      found.push({ day, title: `${last}: ${what}` });
    }
    return found;
  }

  /** @type {Record<string, () => void>} */
  const doings = {
    calendar: () => {
      const text = calendar(events(), location.href.split("#")[0]);
      save(new Blob([text], { type: "text/calendar" }), "vagvisare.ics");
    },
    print: () => print(),
  };
  for (const [doing, done] of Object.entries(doings)) {
    const button = find(`[data-plan=${doing}]`);
    button.hidden = false;
    button.addEventListener("click", done);
  }
  if (no instanceof HTMLElement) no.hidden = false;
  try {
    restore();
    keeping.hidden = false;
    plan.addEventListener("change", ({ target }) => {
      if (target !== wanted && !wanted.checked) return;
      keep();
      if (target !== wanted) return;
      status.textContent = (wanted.checked ? plan.dataset.kept : plan.dataset.removed) ?? "";
    });
  } catch {
    // a browser that keeps nothing: the ticks hold for this page alone
  }
}

/** The reader's date, as midnight in UTC. */
function today() {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
}

/**
 * A day some days and months later; where the month is too short, its last day.
 * @param {Date} from @param {number} days @param {number} months
 */
function later(from, days, months) {
  const [year, month, day] = [from.getUTCFullYear(), from.getUTCMonth() + months, from.getUTCDate()];
  const longest = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, longest) + days));
}

const plan = document.getElementById("plan");
if (plan) planning(plan);
