import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** Eight bits of palette index: one colour in 256 strengths of alpha. */
function header(pixels: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(pixels, 0);
  data.writeUInt32BE(pixels, 4);
  data.set([8, 3, 0, 0, 0], 8);
  return data;
}

/** A square PNG of one colour (`#rrggbb`) whose alpha is given pixel by pixel (PNG, third edition: palette and tRNS). */
export function encodePng(pixels: number, color: string, alpha: Uint8Array): Buffer {
  const palette = Buffer.concat(Array.from({ length: 256 }, () => Buffer.from(color.slice(1), 'hex')));
  const strengths = Buffer.from(Array.from({ length: 256 }, (_, strength) => strength));
  const rows = Array.from({ length: pixels }, (_, row) =>
    Buffer.concat([Buffer.from([0]), alpha.subarray(row * pixels, (row + 1) * pixels)]),
  );
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header(pixels)),
    chunk('PLTE', palette),
    chunk('tRNS', strengths),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
