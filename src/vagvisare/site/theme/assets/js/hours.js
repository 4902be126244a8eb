// Whether somebody answers at this moment: opening hours against the clock in Sweden, wherever the
// reader's phone is set to.

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const DAY = 24 * 60;
const MILLISECONDS = DAY * 60_000;
const FIXED = ["1-1", "1-6", "5-1", "6-6", "12-24", "12-25", "12-26", "12-31"];
/** Days since Easter Sunday: Good Friday, the eve, Easter, its Monday, Ascension, Pentecost. */
const MOVABLE = [-2, -1, 0, 1, 39, 49];
const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Stockholm",
  weekday: "short",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
});

/** @typedef {{day: number, minutes: number}} Now the weekday (0 is Monday), and its minutes so far */

/** The time in Sweden, and its date. @param {Date} moment @returns {Now & {date: number}} */
function inSweden(moment) {
  /** @type {Record<string, string>} */
  const parts = {};
  for (const { type, value } of CLOCK.formatToParts(moment)) parts[type] = value;
  const date = Date.UTC(Number(parts.year), Number(parts.month) - 1, Number(parts.day));
  const minutes = (Number(parts.hour) % 24) * 60 + Number(parts.minute);
  return { day: DAYS.indexOf(parts.weekday), minutes, date };
}

/** The date of Easter Sunday (the anonymous Gregorian computus). @param {number} year */
function easter(year) {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const moved = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - moved + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const all = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return Date.UTC(year, Math.floor(all / 31) - 1, (all % 31) + 1);
}

/**
 * Whether a date is a public holiday in Sweden (lag 1989:253) or an eve on which most are closed.
 * @param {number} date
 */
function isHoliday(date) {
  const found = new Date(date);
  const [month, day, weekday] = [found.getUTCMonth() + 1, found.getUTCDate(), found.getUTCDay()];
  const since = Math.round((date - easter(found.getUTCFullYear())) / MILLISECONDS);
  const friday = day - weekday + 5; // of the same week: Midsummer's eve is between the 19th and 25th
  const midsummer = month === 6 && weekday >= 5 && friday >= 19 && friday <= 25;
  const saints = weekday === 6 && ((month === 11 && day <= 6) || (month === 10 && day === 31));
  return FIXED.includes(`${month}-${day}`) || MOVABLE.includes(since) || midsummer || saints;
}

/** Minutes since midnight. @param {string} time as 16:30 */
const minutesOf = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * Whether one span of hours holds: "01234 08:00-16:30"; past midnight if it closes before it opens.
 * @param {string} span @param {Now} now
 */
function holds(span, { day, minutes }) {
  const [days, times] = span.split(" ");
  const [from, to] = times.split("-").map(minutesOf);
  const until = to <= from ? to + DAY : to;
  /** @param {number} one @param {number} at */
  const within = (one, at) => days.includes(String(one)) && from <= at && at < until;
  return within(day, minutes) || within((day + 6) % 7, minutes + DAY);
}

/** @param {HTMLElement} element @param {Date} moment */
function say(element, moment) {
  const now = inSweden(moment);
  const { hours = "", open, closed, holiday } = element.dataset;
  const isOpen = hours.split(";").some((span) => holds(span, now));
  element.textContent = (isHoliday(now.date) ? holiday : isOpen ? open : closed) ?? "";
  element.hidden = false;
}

function sayAll() {
  for (const element of document.querySelectorAll("[data-hours]")) {
    if (element instanceof HTMLElement) say(element, new Date());
  }
}

sayAll();
setInterval(sayAll, 60_000);
addEventListener("pageshow", sayAll);
