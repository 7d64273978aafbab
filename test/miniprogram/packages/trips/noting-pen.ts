import type { Pen } from '../../../../miniprogram/packages/trips/drawing/pen';
import { PICTURE } from '../../../../miniprogram/packages/trips/drawing/sheet';

interface NotedText {
  text: string;
  left: number;
  right: number;
  baseline: number;
}

/** Notes what is written and where, with letters as wide as they are high at the most. */
export class NotingPen implements Pen {
  fillStyle = '';
  strokeStyle = '';
  lineWidth = 1;
  lineCap: Pen['lineCap'] = 'butt';
  lineJoin: Pen['lineJoin'] = 'miter';
  font = '';
  textAlign: Pen['textAlign'] = 'left';
  textBaseline = 'alphabetic' as const;
  readonly texts: NotedText[] = [];
  readonly dots: { x: number; y: number; radius: number }[] = [];
  beginPath() {}
  moveTo() {}
  lineTo() {}
  arc(x: number, y: number, radius: number) {
    this.dots.push({ x, y, radius });
  }
  stroke() {}
  fill() {}
  fillRect() {}
  scale() {}
  measureText(text: string) {
    const size = Number(/(\d+(?:\.\d+)?)px/.exec(this.font)![1]);
    // Digits and Latin letters take some six tenths of what a Chinese character does.
    const width = [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x2e80 ? 0.6 : 1), 0);
    return { width: width * size };
  }
  fillText(text: string, x: number, y: number) {
    const { width } = this.measureText(text);
    const left = { left: x, center: x - width / 2, right: x - width }[this.textAlign];
    this.texts.push({ text, left, right: left + width, baseline: y });
  }
}

/** All is on the picture, and no text upon another of its line. */
export function expectLegible({ texts, dots }: NotingPen): void {
  for (const { left, right, baseline } of texts) {
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(PICTURE.width);
    expect(baseline).toBeLessThan(PICTURE.height);
  }
  for (const { x, radius } of dots) expect(x + radius).toBeLessThanOrEqual(PICTURE.width);
  for (const one of texts) {
    const beside = texts.filter(other => other !== one && other.baseline === one.baseline);
    for (const other of beside) expect(one.left >= other.right || one.right <= other.left).toBe(true);
  }
}

/** Everything that is written, in one string. */
export const writtenOn = ({ texts }: NotingPen): string => texts.map(({ text }) => text).join();

/** A picture that is shown around promises nothing and speaks of nothing that is paid. */
export const REWARD_WORDS = /积分|奖|兑换|元|赚|获得|领/;
