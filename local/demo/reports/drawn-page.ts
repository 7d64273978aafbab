/** Screenshots of trips as some app would show them: the same page, other digits. */

export interface Drawn {
  width: number;
  height: number;
  rgba: Uint8Array;
}

/** Digits of 5 × 7 points, as bits of their rows. */
const glyphs: Readonly<Record<string, readonly number[]>> = {
  '0': [14, 17, 19, 21, 25, 17, 14],
  '1': [4, 12, 4, 4, 4, 4, 14],
  '2': [14, 17, 1, 6, 8, 16, 31],
  '3': [14, 17, 1, 6, 1, 17, 14],
  '4': [2, 6, 10, 18, 31, 2, 2],
  '5': [31, 16, 30, 1, 1, 17, 14],
  '6': [6, 8, 16, 30, 17, 17, 14],
  '7': [31, 1, 2, 4, 8, 8, 8],
  '8': [14, 17, 17, 14, 17, 17, 14],
  '9': [14, 17, 17, 15, 1, 2, 12],
  ':': [0, 4, 0, 0, 4, 0, 0],
  '-': [0, 0, 0, 14, 0, 0, 0],
};

type Colour = readonly [number, number, number];

class Canvas implements Drawn {
  readonly rgba: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.rgba = new Uint8Array(width * height * 4).fill(255);
  }

  /** Edges in shares of the whole, so that the same page can be drawn in every size. */
  box(left: number, top: number, right: number, bottom: number, colour: Colour): void {
    const [from, to] = [Math.round(left * this.width), Math.round(right * this.width)];
    for (let y = Math.round(top * this.height); y < Math.round(bottom * this.height); y += 1) {
      for (let x = from; x < to; x += 1) this.rgba.set(colour, (y * this.width + x) * 4);
    }
  }

  text(words: string, left: number, top: number, point: number): void {
    const high = (point * this.width) / this.height;
    [...words].forEach((sign, at) => {
      (glyphs[sign] ?? []).forEach((bits, row) => {
        for (let column = 0; column < 5; column += 1) {
          if (((bits >> (4 - column)) & 1) === 0) continue;
          const [x, y] = [left + (at * 6 + column) * point, top + row * high];
          this.box(x, y, x + point, y + high, [20, 36, 27]);
        }
      });
    });
  }
}

export interface TripPage {
  time: string;
  day: string;
  order: string;
  width?: number;
  height?: number;
}

/** One app's page of a trip. */
export function tripPage({ time, day, order, width = 240, height = 520 }: TripPage): Drawn {
  const canvas = new Canvas(width, height);
  canvas.box(0, 0, 1, 0.1, [7, 120, 80]);
  canvas.box(0.05, 0.2, 0.95, 0.5, [240, 244, 241]);
  canvas.box(0.1, 0.8, 0.9, 0.86, [10, 122, 76]);
  canvas.text('9:41', 0.05, 0.02, 0.008);
  canvas.text(time, 0.11, 0.22, 0.009);
  canvas.text(day, 0.11, 0.28, 0.009);
  canvas.text(order, 0.11, 0.34, 0.006);
  return canvas;
}
