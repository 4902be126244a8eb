// Files of the site, which scripts read, and files for the reader, which are made here: nothing of them leaves the device.

/** A file of the site as JSON. Throws when it cannot be had. @param {string} address @param {RequestInit} [how] @returns {Promise<any>} */
export async function read(address, how) {
  const answer = await fetch(address, how);
  if (!answer.ok) throw new Error(`${answer.status}: ${address}`);
  return answer.json();
}

/** Hands the reader a file. @param {Blob} content @param {string} name */
export function save(content, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
