import { placeWay, type Spot, scaleOf } from './views/way-line';

/** What the line needs of a 2d canvas. */
interface Pen {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineCap: 'round';
  lineJoin: 'round';
  font: string;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  stroke(): void;
  fill(): void;
  clearRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
}

/** As in app.wxss; a canvas knows no variables. */
const looks = {
  light: { line: '#ac5800', card: '#ffffff', secondary: '#5b6b62' },
  dark: { line: '#f0b24d', card: '#172019', secondary: '#9fb0a5' },
} as const;

const MARGIN = 24;
/** Room below the line for its scale. */
const SCALE_HEIGHT = 22;

function trace(pen: Pen, spots: readonly Spot[]): void {
  pen.beginPath();
  for (const [index, { x, y }] of spots.entries()) {
    if (index === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
  pen.stroke();
}

function dot(pen: Pen, { x, y }: Spot, radius: number, color: string): void {
  pen.fillStyle = color;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

export interface Sheet {
  width: number;
  height: number;
  /** Pixels of the screen for each of those above. */
  density: number;
}

/** Draws a way as a line between two stations, with a scale below; amber, as it pays a bonus and no carbon. */
export function drawWay(
  pen: Pen,
  { width, height, density }: Sheet,
  places: readonly { latitude: number; longitude: number }[],
): void {
  const look = looks[wx.getAppBaseInfo().theme === 'dark' ? 'dark' : 'light'];
  pen.setTransform(density, 0, 0, density, 0, 0);
  pen.clearRect(0, 0, width, height);
  const first = places[0];
  if (!first) return;
  const { spots, pixelsAMetre } = placeWay(places, { width, height: height - SCALE_HEIGHT, margin: MARGIN });
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.strokeStyle = look.line;
  pen.lineWidth = 5;
  trace(pen, spots);
  dot(pen, spots[0]!, 8, look.line);
  dot(pen, spots[0]!, 4, look.card);
  dot(pen, spots[spots.length - 1]!, 8, look.line);
  const scale = scaleOf(pixelsAMetre);
  pen.strokeStyle = look.secondary;
  pen.lineWidth = 2;
  trace(pen, [
    { x: 14, y: height - 12 },
    { x: 14 + scale.width, y: height - 12 },
  ]);
  pen.fillStyle = look.secondary;
  pen.font = '12px sans-serif';
  pen.fillText(scale.text, 14, height - 18);
}

/** The canvas of that name on a page, with as many pixels as it has on the screen; null once the page is left. */
export function sheetOf(
  page: WechatMiniprogram.Page.TrivialInstance,
  selector: string,
): Promise<{ pen: Pen; sheet: Sheet } | null> {
  return new Promise(resolve => {
    wx.createSelectorQuery()
      .in(page)
      .select(selector)
      .fields({ node: true, size: true }, found => {
        const { node, width, height } = (found ?? {}) as {
          node?: WechatMiniprogram.Canvas;
          width?: number;
          height?: number;
        };
        if (!node || !width || !height) return resolve(null);
        const density = wx.getWindowInfo().pixelRatio;
        node.width = width * density;
        node.height = height * density;
        resolve({ pen: node.getContext('2d') as Pen, sheet: { width, height, density } });
      })
      .exec();
  });
}
