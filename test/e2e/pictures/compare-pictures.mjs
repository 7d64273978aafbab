import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How far a colour may be off before its pixel counts, of 1; what smooths an edge of a letter never counts. */
const COLOUR_TOLERANCE = 0.1;

/**
 * @typedef {object} Comparison
 * @property {number} share pixels that differ, of 1
 * @property {string} sizes sizes where they differ, empty otherwise
 * @property {() => Buffer} drawDifference the stored picture, dimmed, with what differs in red, as a PNG: that takes longer than all the rest
 */

/**
 * Compares two PNGs; where one is larger than the other all of the edge differs.
 * @param {Buffer} stored
 * @param {Buffer} taken
 * @returns {Comparison}
 */
export function comparePictures(stored, taken) {
  const before = PNG.sync.read(stored);
  const now = PNG.sync.read(taken);
  const width = Math.max(before.width, now.width);
  const height = Math.max(before.height, now.height);
  const difference = new PNG({ width, height });
  const count = pixelmatch(
    onPaper(before, width, height),
    onPaper(now, width, height),
    difference.data,
    width,
    height,
    { threshold: COLOUR_TOLERANCE },
  );
  const missing = width * height - Math.min(before.width, now.width) * Math.min(before.height, now.height);
  return {
    share: Math.max(count, missing) / (width * height),
    sizes: missing === 0 ? '' : `${now.width}×${now.height} instead of ${before.width}×${before.height}`,
    drawDifference: () => PNG.sync.write(difference),
  };
}

/**
 * The picture in the corner of a larger, transparent one.
 * @param {import('pngjs').PNGWithMetadata} picture
 * @param {number} width
 * @param {number} height
 * @returns {Buffer}
 */
function onPaper(picture, width, height) {
  if (picture.width === width && picture.height === height) return picture.data;
  const paper = new PNG({ width, height });
  PNG.bitblt(picture, paper, 0, 0, picture.width, picture.height, 0, 0);
  return paper.data;
}
