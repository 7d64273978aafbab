import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { type Drawn, tripPage } from '../../local/demo/reports/drawn-page';

export { type Drawn, tripPage };

export const asJpeg = ({ width, height, rgba }: Drawn, quality = 80): Buffer =>
  Buffer.from(jpeg.encode({ width, height, data: rgba }, quality).data);

export function asPng({ width, height, rgba }: Drawn): Buffer {
  const png = new PNG({ width, height });
  png.data.set(rgba);
  return PNG.sync.write(png);
}

/** The file with an EXIF segment that says where it was taken, as cameras write it. */
export function withPlace(file: Buffer, words: string): Buffer {
  const content = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08GPSLatitude '), Buffer.from(words)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([file.subarray(0, 2), head, content, file.subarray(2)]);
}
