import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How far a colour may be off before its pixel counts, of 1; what smooths an edge of a letter never counts. */
const COLOUR_TOLERANCE = 0.1;

export interface Comparison {
  /** Pixels that differ, of 1. */
  share: number;
  /** Sizes where they differ, empty otherwise. */
  sizes: string;
  /** Stored picture, dimmed, with what differs in red: a PNG. */
  difference: Buffer;
}

/** Compares two PNGs; where one is larger than the other all of the edge differs. */
export function comparePictures(stored: Buffer, taken: Buffer): Comparison {
  const [before, now] = [PNG.sync.read(stored), PNG.sync.read(taken)];
  const width = Math.max(before.width, now.width);
  const height = Math.max(before.height, now.height);
  const difference = new PNG({ width, height });
  const options = { threshold: COLOUR_TOLERANCE };
  const pixels = [before, now].map(picture => onPaper(picture, width, height));
  const count = pixelmatch(pixels[0]!, pixels[1]!, difference.data, width, height, options);
  const missing = width * height - Math.min(before.width, now.width) * Math.min(before.height, now.height);
  return {
    share: Math.max(count, missing) / (width * height),
    sizes: missing === 0 ? '' : `${now.width}×${now.height} instead of ${before.width}×${before.height}`,
    difference: PNG.sync.write(difference),
  };
}

/** The picture in the corner of a larger, transparent one. */
function onPaper(picture: PNG, width: number, height: number): Buffer {
  if (picture.width === width && picture.height === height) return picture.data;
  const paper = new PNG({ width, height });
  PNG.bitblt(picture, paper, 0, 0, picture.width, picture.height, 0, 0);
  return paper.data;
}
