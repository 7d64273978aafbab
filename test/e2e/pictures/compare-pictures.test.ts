import { PNG } from 'pngjs';
import { comparePictures } from './compare-pictures.mjs';
import { indexPicture } from './indexed-picture';

type Paint = (x: number, y: number) => [red: number, green: number, blue: number];

function painted(width: number, height: number, paint: Paint): Buffer {
  const picture = new PNG({ width, height });
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) picture.data.set([...paint(x, y), 255], (y * width + x) * 4);
  }
  return PNG.sync.write(picture);
}

const paper: Paint = () => [244, 247, 244];
/** A green square of 10 by 10 on paper. */
const card = painted(100, 100, (x, y) => (x < 10 && y < 10 ? [10, 122, 76] : paper(x, y)));

test.each([
  { change: 'nothing', now: card, share: 0 },
  {
    change: 'a tone that nobody sees',
    now: painted(100, 100, (x, y) => (x < 10 && y < 10 ? [12, 124, 78] : [244, 246, 244])),
    share: 0,
  },
  {
    change: 'another green',
    now: painted(100, 100, (x, y) => (x < 10 && y < 10 ? [76, 207, 147] : paper(x, y))),
    share: 0.01,
  },
  {
    change: 'a square moved by four',
    now: painted(100, 100, (x, y) => (x >= 4 && x < 14 && y < 10 ? [10, 122, 76] : paper(x, y))),
    share: 0.008,
  },
])('$change: $share of the pixels differ', ({ now, share }) => {
  const comparison = comparePictures(card, now);
  expect(comparison.share).toBeCloseTo(share, 3);
  expect(comparison.sizes).toBe('');
});

test('another size is named, and all that one of them lacks differs', () => {
  const comparison = comparePictures(card, painted(100, 125, paper));
  expect(comparison.sizes).toBe('100×125 instead of 100×100');
  expect(comparison.share).toBeGreaterThanOrEqual(0.2);
});

test('with a palette a picture is the same within the tolerance, and colours of areas are exact', () => {
  const faded = painted(100, 100, (x, y) => (y < 50 ? [2 * x, 2 * y, 100 + y] : paper(x, y)));
  const indexed = indexPicture(faded);
  expect([...PNG.sync.read(indexed).data.subarray(-4)]).toEqual([244, 247, 244, 255]);
  expect(comparePictures(indexed, faded).share).toBe(0);
});
