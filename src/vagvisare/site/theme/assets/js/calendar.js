// Days for the calendar of a phone, as iCalendar (RFC 5545). It is made on the device, since its days
// are counted from the day on which somebody reads the page.

/** @typedef {{day: Date, title: string}} Event a whole day (its date in UTC) */

const LONGEST = 75; // octets in a line
const ENCODER = new TextEncoder();

/** @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

/** @param {Date} day as 20261128 */
const dated = (day) => day.toISOString().slice(0, 10).replaceAll("-", "");

/** A line in pieces of at most 75 octets; each further one begins with a space. @param {string} line */
function folded(line) {
  const pieces = [""];
  for (const letter of line) {
    const longer = pieces[pieces.length - 1] + letter;
    if (ENCODER.encode(longer).length > LONGEST) pieces.push(` ${letter}`);
    else pieces[pieces.length - 1] = longer;
  }
  return pieces.join("\r\n");
}

/** @param {Event} event @param {string} address of the page @param {Date} now */
const lines = ({ day, title }, address, now) => [
  "BEGIN:VEVENT",
  `UID:${dated(day)}-${now.getTime()}-${ENCODER.encode(title).length}@vagvisare`,
  `DTSTAMP:${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`,
  `DTSTART;VALUE=DATE:${dated(day)}`,
  `SUMMARY:${escaped(title)}`,
  `URL:${address}`,
  "END:VEVENT",
];

/** @param {Event[]} events @param {string} address @param {Date} [now] @returns {string} */
export function calendar(events, address, now = new Date()) {
  const all = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Vagvisare//Plan//SV",
    ...events.flatMap((event) => lines(event, address, now)),
    "END:VCALENDAR",
  ];
  return all.map((line) => `${folded(line)}\r\n`).join("");
}
