// How far apart two places are.

const EARTH = 6371;

/** Kilometres along a great circle (haversine formula; src/vagvisare/records/vocabulary.py has the same).
 * @param {[number, number]} one degrees north and east @param {[number, number]} other */
export function kilometres(one, other) {
  const [south, west, north, east] = [...one, ...other].map((degrees) => (degrees * Math.PI) / 180);
  const half = Math.sin((north - south) / 2) ** 2 + Math.cos(south) * Math.cos(north) * Math.sin((east - west) / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.sqrt(half));
}
