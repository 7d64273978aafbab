/** What the picture needs of a 2d canvas, WeChat's and the browser's alike. */
export interface Pen {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineCap: 'butt' | 'round' | 'square';
  lineJoin: 'bevel' | 'miter' | 'round';
  font: string;
  textAlign: 'left' | 'center' | 'right';
  textBaseline: 'alphabetic';
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  stroke(): void;
  fill(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { width: number };
  scale(x: number, y: number): void;
}

export interface Writing {
  size: number;
  color: string;
  isBold?: boolean;
  align?: Pen['textAlign'];
}

const FAMILY = '-apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif';

const fontOf = ({ size, isBold = false }: Writing): string => `${isBold ? 'bold ' : ''}${size}px ${FAMILY}`;

/** Answers how wide the text is. */
export function write(pen: Pen, text: string, x: number, y: number, writing: Writing): number {
  pen.font = fontOf(writing);
  pen.fillStyle = writing.color;
  pen.textAlign = writing.align ?? 'left';
  pen.textBaseline = 'alphabetic';
  pen.fillText(text, x, y);
  return pen.measureText(text).width;
}

/** Where lines of text begin, how wide they may be, and how far one stands below the other. */
export interface Column {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A number or a Latin word stays whole; Chinese may be broken anywhere. */
const UNBROKEN = /[\w.]+|[^\w.]/gu;

/** Writes a text in as many lines as it needs. */
export function writeLines(pen: Pen, text: string, { x, y, width, height }: Column, writing: Writing): void {
  pen.font = fontOf(writing);
  const lines: string[] = [];
  let line = '';
  for (const part of text.match(UNBROKEN) ?? []) {
    if (pen.measureText(line + part).width > width) {
      lines.push(line);
      line = '';
    }
    line += part;
  }
  lines.push(line);
  for (const [index, one] of lines.entries()) write(pen, one, x, y + index * height, writing);
}

export interface Point {
  x: number;
  y: number;
}

/** A line of rounded corners through these points. */
export function drawLine(pen: Pen, points: readonly Point[], color: string, width: number): void {
  pen.strokeStyle = color;
  pen.lineWidth = width;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.beginPath();
  for (const [at, { x, y }] of points.entries()) {
    if (at === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
  pen.stroke();
}

export function drawDot(pen: Pen, { x, y }: Point, radius: number, color: string): void {
  pen.fillStyle = color;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}
