import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';

export { orientationOf, turned } from './picture-orientation';

/** A picture's points, row by row, four bytes each: red, green, blue, opacity. */
export interface Picture {
  width: number;
  height: number;
  rgba: Uint8Array;
}

export type PictureType = 'jpeg' | 'png' | 'webp' | 'gif';

const signatures: readonly (readonly [type: PictureType, offset: number, bytes: readonly number[]])[] = [
  ['jpeg', 0, [0xff, 0xd8, 0xff]],
  ['png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['webp', 8, [0x57, 0x45, 0x42, 0x50]],
  ['gif', 0, [0x47, 0x49, 0x46, 0x38]],
];

/** By what the file begins with: its name and headers are the sender's word only. Null for anything else. */
export const pictureTypeOf = (bytes: Uint8Array): PictureType | null =>
  signatures.find(([, offset, signature]) =>
    signature.every((byte, index) => bytes[offset + index] === byte),
  )?.[0] ?? null;

export type PictureSize = Pick<Picture, 'width' | 'height'>;

/** Frames of JPEG that name the size; C4, C8 and CC are tables and not frames. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegSize(view: DataView): PictureSize | null {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // A marker may be led by any number of fill bytes.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

const pngSize = (view: DataView): PictureSize | null =>
  view.byteLength < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) };

/** What the file says of its size, read before anything is unpacked: a small file can claim a huge picture. */
export function pictureSizeOf(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = pictureTypeOf(bytes);
  if (type === 'jpeg') return jpegSize(view);
  return type === 'png' ? pngSize(view) : null;
}

/** What the decoder may take beside the function itself. */
const DECODER_MEGABYTES = 160;

/** The points of a JPEG or PNG; null when it is broken. Ask for its size first. */
export function decodePicture(bytes: Uint8Array): Picture | null {
  try {
    if (pictureTypeOf(bytes) === 'png') {
      const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
      return { width, height, rgba: data };
    }
    const { width, height, data } = jpeg.decode(bytes, {
      useTArray: true,
      formatAsRGBA: true,
      maxMemoryUsageInMB: DECODER_MEGABYTES,
    });
    return { width, height, rgba: data };
  } catch {
    return null;
  }
}

/** A JPEG of the points and nothing else: no place, no time, no camera, no words of any program. */
export const encodeJpeg = ({ width, height, rgba }: Picture, quality: number): Uint8Array =>
  jpeg.encode({ width, height, data: rgba }, quality).data;

/** Mean of the points that fall into each cell of a smaller picture, as grey from 0 to 255 (ITU-R BT.601). */
export function greyCells({ width, height, rgba }: Picture, columns: number, rows: number): Uint8Array {
  const sums = new Float64Array(columns * rows);
  const counts = new Uint32Array(columns * rows);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor((y * rows) / height) * columns;
    for (let x = 0; x < width; x += 1) {
      const cell = row + Math.floor((x * columns) / width);
      const at = (y * width + x) * 4;
      sums[cell]! += 0.299 * rgba[at]! + 0.587 * rgba[at + 1]! + 0.114 * rgba[at + 2]!;
      counts[cell]! += 1;
    }
  }
  return Uint8Array.from(sums, (sum, cell) => Math.round(sum / Math.max(1, counts[cell]!)));
}

/** Sums of what falls into each point of a smaller picture: red, green, blue on white, and how many there are. */
function sumsOf({ width, height, rgba }: Picture, columns: number, rows: number): Float64Array {
  const sums = new Float64Array(columns * rows * 4);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor((y * rows) / height) * columns;
    for (let x = 0; x < width; x += 1) {
      const to = (row + Math.floor((x * columns) / width)) * 4;
      const from = (y * width + x) * 4;
      const opacity = rgba[from + 3]! / 255;
      const ground = 255 * (1 - opacity);
      sums[to]! += rgba[from]! * opacity + ground;
      sums[to + 1]! += rgba[from + 1]! * opacity + ground;
      sums[to + 2]! += rgba[from + 2]! * opacity + ground;
      sums[to + 3]! += 1;
    }
  }
  return sums;
}

/** The picture at most so long on its longer side, never larger; a transparent ground becomes white, as JPEG knows none. */
export function fitted(picture: Picture, longestPixels: number): Picture {
  const scale = Math.min(1, longestPixels / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const sums = sumsOf(picture, width, height);
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let at = 0; at < rgba.length; at += 4) {
    const count = Math.max(1, sums[at + 3]!);
    for (let part = 0; part < 3; part += 1) rgba[at + part] = Math.round(sums[at + part]! / count);
  }
  return { width, height, rgba };
}
