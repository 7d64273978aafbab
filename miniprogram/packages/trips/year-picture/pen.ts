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

/** Answers how wide the text is. */
export function write(pen: Pen, text: string, x: number, y: number, writing: Writing): number {
  pen.font = `${writing.isBold ? 'bold ' : ''}${writing.size}px ${FAMILY}`;
  pen.fillStyle = writing.color;
  pen.textAlign = writing.align ?? 'left';
  pen.textBaseline = 'alphabetic';
  pen.fillText(text, x, y);
  return pen.measureText(text).width;
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
