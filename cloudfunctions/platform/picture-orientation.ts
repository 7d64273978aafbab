import type { Picture } from './pictures';

/** APP1, in which cameras write EXIF; the segments before the picture's own begin with 0xff and a marker. */
const APP1 = 0xe1;
const START_OF_SCAN = 0xda;
const ORIENTATION_TAG = 0x0112;
const SHORT = 3;

/** Where the TIFF part of a JPEG's EXIF begins; null without one. */
function tiffStart(view: DataView): number | null {
  let at = 2;
  while (view.getUint8(at) === 0xff && view.getUint8(at + 1) !== START_OF_SCAN) {
    const isExif =
      view.getUint8(at + 1) === APP1 &&
      view.getUint32(at + 4) === 0x45786966 && // Exif
      view.getUint16(at + 8) === 0;
    if (isExif) return at + 10;
    at += view.getUint8(at + 1) === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

function orientationIn(view: DataView, tiff: number): number {
  const isLittle = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, isLittle);
  const count = view.getUint16(directory, isLittle);
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * 12;
    const isOrientation =
      view.getUint16(at, isLittle) === ORIENTATION_TAG && view.getUint16(at + 2, isLittle) === SHORT;
    if (isOrientation) return view.getUint16(at + 8, isLittle);
  }
  return 1;
}

/**
 * How a JPEG says that its points are to be turned before they are shown, 1 to 8; 1, as they are, where it says nothing that
 * can be read. Source: CIPA DC-008 (Exif 2.32), 4.6.4 A, tag 0x0112.
 */
export function orientationOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.getUint16(0) !== 0xffd8) return 1;
    const tiff = tiffStart(view);
    const said = tiff === null ? 1 : orientationIn(view, tiff);
    return said >= 1 && said <= 8 ? said : 1;
  } catch {
    // What points beyond the file's end says nothing.
    return 1;
  }
}

/** By orientation, where in the picture as it is kept the point that is shown at (x, y) comes from. */
const sources: Readonly<
  Record<number, (x: number, y: number, right: number, bottom: number) => [x: number, y: number]>
> = {
  2: (x, y, right) => [right - x, y],
  3: (x, y, right, bottom) => [right - x, bottom - y],
  4: (x, y, _right, bottom) => [x, bottom - y],
  5: (x, y) => [y, x],
  6: (x, y, _right, bottom) => [y, bottom - x],
  7: (x, y, right, bottom) => [right - y, bottom - x],
  8: (x, y, right) => [right - y, x],
};

/** The picture as it is to be seen: what is drawn anew carries no word any more that says how to turn it. */
export function turned(picture: Picture, orientation: number): Picture {
  const source = sources[orientation];
  if (!source) return picture;
  const { width, height, rgba } = picture;
  const [shownWidth, shownHeight] = orientation >= 5 ? [height, width] : [width, height];
  // A point as one number: a copy begins where numbers of four bytes may.
  const points = new Uint32Array(rgba.slice().buffer);
  const shown = new Uint32Array(points.length);
  for (let y = 0; y < shownHeight; y += 1) {
    for (let x = 0; x < shownWidth; x += 1) {
      const [fromX, fromY] = source(x, y, width - 1, height - 1);
      shown[y * shownWidth + x] = points[fromY * width + fromX]!;
    }
  }
  return { width: shownWidth, height: shownHeight, rgba: new Uint8Array(shown.buffer) };
}
