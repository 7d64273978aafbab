/** Shapes of the tab bar's icons as distances: negative inside, in units of an 81 × 81 square. */
export type Distance = (x: number, y: number) => number;

export const ICON_PIXELS = 81;
/** Three pixels at three times the density are one on the screen. */
const STROKE = 5.4;

export const ring =
  (centreX: number, centreY: number, radius: number): Distance =>
  (x, y) =>
    Math.abs(Math.hypot(x - centreX, y - centreY) - radius) - STROKE / 2;

export const segment =
  (fromX: number, fromY: number, toX: number, toY: number): Distance =>
  (x, y) => {
    const [alongX, alongY] = [toX - fromX, toY - fromY];
    const share = ((x - fromX) * alongX + (y - fromY) * alongY) / (alongX ** 2 + alongY ** 2);
    const at = Math.min(1, Math.max(0, share));
    return Math.hypot(x - fromX - at * alongX, y - fromY - at * alongY) - STROKE / 2;
  };

/** The upper half of a ring. */
export const arch =
  (centreX: number, centreY: number, radius: number): Distance =>
  (x, y) =>
    y <= centreY
      ? ring(centreX, centreY, radius)(x, y)
      : Math.hypot(Math.abs(x - centreX) - radius, y - centreY) - STROKE / 2;

export const union =
  (...parts: readonly Distance[]): Distance =>
  (x, y) =>
    Math.min(...parts.map(part => part(x, y)));

/** Alpha of each pixel from 0 to 255, row by row: the edge is as soft as one pixel. */
export function coverage(shape: Distance): Uint8Array {
  return Uint8Array.from({ length: ICON_PIXELS ** 2 }, (_, index) => {
    const distance = shape((index % ICON_PIXELS) + 0.5, Math.floor(index / ICON_PIXELS) + 0.5);
    return Math.round(255 * Math.min(1, Math.max(0, 0.5 - distance)));
  });
}
