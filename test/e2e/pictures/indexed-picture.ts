import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** Steps of red, green and blue each for colours of few pixels, which are those between a letter and its ground. */
const STEPS = 15;
/** A colour of at least this share of a picture is one of the look, and stays exactly as it is. */
const LEAST_SHARE = 0.0005;
const MOST_COLOURS = 256;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The same picture with a palette, a third of the size; one of too many colours for that stays as it is. */
export function indexPicture(picture: Buffer): Buffer {
  const { width, height, data } = PNG.sync.read(picture);
  const pixels = Array.from({ length: width * height }, (_, pixel) => data.readUInt32BE(pixel * 4) >>> 8);
  const colours = nearbyColours(pixels);
  const palette = [...new Set(colours.values())];
  if (palette.length > MOST_COLOURS) return picture;
  const places = new Map(palette.map((colour, place) => [colour, place]));
  // Each row begins with the number of its filter, none.
  const rows = Buffer.alloc((width + 1) * height);
  pixels.forEach((colour, pixel) => {
    rows[pixel + Math.floor(pixel / width) + 1] = places.get(colours.get(colour)!)!;
  });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header(width, height)),
    chunk('PLTE', Buffer.from(palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** What each colour of the picture becomes. */
function nearbyColours(pixels: number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const least = pixels.length * LEAST_SHARE;
  return new Map([...counts].map(([colour, count]) => [colour, count < least ? coarse(colour) : colour]));
}

const channelsOf = (colour: number): number[] => [colour >>> 16, (colour >>> 8) & 255, colour & 255];

/** @param colour red, green and blue in a byte each */
function coarse(colour: number): number {
  return channelsOf(colour).reduce(
    (sum, value) => sum * 256 + Math.round((value * STEPS) / 255) * (255 / STEPS),
    0,
  );
}

/** Eight bits a pixel, each the index of a colour. Source: W3C, Portable Network Graphics, 11.2.1. */
function header(width: number, height: number): Buffer {
  const fields = Buffer.alloc(13);
  fields.writeUInt32BE(width, 0);
  fields.writeUInt32BE(height, 4);
  fields.set([8, 3, 0, 0, 0], 8);
  return fields;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
