import { Refusal } from '../../../../cloudfunctions/contract/errors';
import { fingerprintOf } from '../../../../cloudfunctions/domain/pictures/fingerprint';
import { KEPT_PIXELS, LARGEST_BYTES } from '../../../../cloudfunctions/domain/pictures/rules';
import { takePicture } from '../../../../cloudfunctions/domain/pictures/take-picture';
import { cellDifference, hashDistance } from '../../../../cloudfunctions/domain/reports/compare-prints';
import { ALIKE_BITS, ALIKE_CELLS, SAME_CELLS } from '../../../../cloudfunctions/domain/reports/rules';
import { decodePicture, fitted } from '../../../../cloudfunctions/platform/pictures';
import { asJpeg, asPng, type Drawn, tripPage, withPlace } from '../../../support/screenshots';

const page = { time: '08:12', day: '2026-11-10', order: '12345678' };

function refusalOf(bytes: Uint8Array): Refusal {
  try {
    takePicture(bytes);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was taken.');
}

/** A PNG whose head claims a size that its content does not have. */
function claiming(width: number, height: number): Buffer {
  const file = asPng(tripPage({ ...page, width: 40, height: 60 }));
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  return file;
}

describe('a picture', () => {
  test('is drawn anew: nothing of where and by what it was taken is left', () => {
    const file = withPlace(asJpeg(tripPage(page)), '22.5431N 114.0579E');
    expect(file.includes('GPSLatitude')).toBe(true);
    const kept = Buffer.from(takePicture(file).jpeg);
    expect(kept.includes('GPS')).toBe(false);
    expect(kept.includes('Exif')).toBe(false);
    expect(kept.includes('22.5431')).toBe(false);
    expect(decodePicture(kept)).toMatchObject({ width: 240, height: 520 });
  });

  /** A grey picture with one dark corner, as a camera keeps it: with the word of how it was held. */
  function heldAs(orientation: number, isLittle: boolean): Buffer {
    const [width, height] = [320, 240];
    const rgba = Buffer.alloc(width * height * 4, 200);
    for (let y = 0; y < 40; y += 1) rgba.fill(0, y * width * 4, (y * width + 40) * 4);
    const file = asJpeg({ width, height, rgba });
    const exif = Buffer.alloc(36);
    exif.write('Exif', 0);
    exif.write(isLittle ? 'II' : 'MM', 6);
    const short = (value: number, at: number) =>
      isLittle ? exif.writeUInt16LE(value, at) : exif.writeUInt16BE(value, at);
    const long = (value: number, at: number) =>
      isLittle ? exif.writeUInt32LE(value, at) : exif.writeUInt32BE(value, at);
    short(42, 8);
    long(8, 10);
    short(1, 14);
    short(0x0112, 16);
    short(3, 18);
    long(1, 20);
    short(orientation, 24);
    const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
    return Buffer.concat([file.subarray(0, 2), head, exif, file.subarray(2)]);
  }

  test.each([
    [1, '320 × 240', 'top left'],
    [2, '320 × 240', 'top right'],
    [3, '320 × 240', 'bottom right'],
    [4, '320 × 240', 'bottom left'],
    [5, '240 × 320', 'top left'],
    [6, '240 × 320', 'top right'],
    [7, '240 × 320', 'bottom right'],
    [8, '240 × 320', 'bottom left'],
    [9, '320 × 240', 'top left'],
  ])(
    'that says orientation %d is drawn as it is to be seen: %s, dark in the %s',
    (orientation, size, corner) => {
      const { width, height, rgba } = decodePicture(
        takePicture(heldAs(orientation, orientation % 2 === 0)).jpeg,
      )!;
      expect(`${width} × ${height}`).toBe(size);
      const isDark = (x: number, y: number): boolean => rgba[(y * width + x) * 4]! < 100;
      const corners = {
        'top left': isDark(10, 10),
        'top right': isDark(width - 10, 10),
        'bottom left': isDark(10, height - 10),
        'bottom right': isDark(width - 10, height - 10),
      };
      expect(Object.entries(corners).flatMap(([name, dark]) => (dark ? [name] : []))).toEqual([corner]);
    },
  );

  test('whose word about turning points beyond its end is drawn as it is kept', () => {
    const broken = heldAs(6, false);
    broken.writeUInt32BE(0xffffff, 2 + 4 + 10);
    expect(decodePicture(takePicture(broken).jpeg)).toMatchObject({ width: 320, height: 240 });
  });

  test('leaves behind what was hidden after its end', () => {
    const file = Buffer.concat([asJpeg(tripPage(page)), Buffer.from('<script>alert(1)</script>')]);
    expect(Buffer.from(takePicture(file).jpeg).includes('script')).toBe(false);
  });

  test('is kept small', () => {
    const { width, height } = fitted(tripPage({ ...page, width: 200, height: 1_600 }), 400);
    expect({ width, height }).toEqual({ width: 50, height: 400 });
  });

  test('with see-through parts lies on white', () => {
    const drawn = tripPage({ ...page, width: 200, height: 220 });
    for (let at = 3; at < drawn.rgba.length; at += 4) drawn.rgba[at] = 0;
    const kept = decodePicture(takePicture(asPng(drawn)).jpeg);
    expect(Math.min(...kept!.rgba.subarray(0, 4_000))).toBeGreaterThan(250);
  });

  test.each<[string, () => Uint8Array, RegExp]>([
    ['a text', () => Buffer.from('<svg><script>alert(1)</script></svg>'), /不是图片/],
    ['nothing', () => Buffer.alloc(0), /不是图片/],
    ['a moving picture', () => Buffer.from('GIF89a, and some more bytes'), /只支持 JPG 和 PNG/],
    ['a JPEG that breaks off', () => asJpeg(tripPage(page)).subarray(0, 200), /损坏/],
    ['a head alone', () => Buffer.from([0xff, 0xd8, 0xff]), /损坏/],
    ['a PNG that breaks off', () => claiming(300, 600).subarray(0, 120), /损坏/],
    ['a small file that unpacks to a huge picture', () => claiming(60_000, 60_000), /太大/],
    ['a size that is not its own', () => claiming(500, 700), /损坏/],
    ['a stamp', () => asJpeg(tripPage({ ...page, width: 64, height: 64 })), /太小/],
    ['a scroll', () => asJpeg(tripPage({ ...page, width: 200, height: 1_300 })), /太长/],
    ['more bytes than a screenshot has', () => Buffer.alloc(LARGEST_BYTES + 1, 0xff), /超过 3 MB/],
  ])('is refused in words: %s', (_name, bytes, words) => {
    const { code, details } = refusalOf(bytes());
    expect(code).toBe('PICTURE_REFUSED');
    expect(details.field).toBe('picture');
    expect(details.reason).toMatch(words);
  });
});

describe('likeness', () => {
  const printOf = (drawn: Drawn) => fingerprintOf(fitted(drawn, KEPT_PIXELS));
  const again = (drawn: Drawn, quality: number, longest: number): Drawn =>
    decodePicture(asJpeg(fitted(drawn, longest), quality))!;
  const size = { width: 240, height: 520 };
  const first = tripPage({ ...page, ...size });

  test.each([
    ['compressed a little', 90, 520],
    ['compressed much', 50, 520],
  ])('a picture that was %s is the same, and is found by a band', (_name, quality, longest) => {
    const [one, other] = [printOf(first), printOf(again(first, quality, longest))];
    expect(cellDifference(one.cells, other.cells)).toBeLessThanOrEqual(SAME_CELLS);
    expect(hashDistance(one.hash, other.hash)).toBeLessThanOrEqual(ALIKE_BITS);
    expect(one.bands.filter(band => other.bands.includes(band))).not.toEqual([]);
  });

  test.each([
    ['another minute', { time: '08:13' }],
    ['another day', { day: '2026-11-11' }],
    ['another trip', { time: '18:40', day: '2026-11-12', order: '87654321' }],
  ])('a page of the same app with %s is another picture', (_name, change) => {
    const other = tripPage({ ...page, ...size, ...change });
    for (const drawn of [other, again(other, 70, 420)]) {
      expect(cellDifference(printOf(first).cells, printOf(drawn).cells)).toBeGreaterThan(SAME_CELLS);
    }
  });

  test('one digit that was painted over is shown to people side by side', () => {
    const [one, other] = [printOf(first), printOf(tripPage({ ...page, ...size, time: '08:13' }))];
    expect(cellDifference(one.cells, other.cells)).toBeLessThanOrEqual(ALIKE_CELLS);
    expect(hashDistance(one.hash, other.hash)).toBeLessThanOrEqual(ALIKE_BITS);
  });

  test('an even picture has no band by which it would be found among all others', () => {
    const even: Drawn = { width: 300, height: 600, rgba: new Uint8Array(300 * 600 * 4).fill(200) };
    expect(printOf(even).bands).toEqual([]);
  });
});
