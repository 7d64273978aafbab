import type { PictureMonth, YearPicture } from '../views/year-picture';
import { drawDot, drawLine, type Pen, type Point, write } from './pen';
import { colors, drawFigures, drawMass, drawPlate, drawSheet, drawSource, MARGIN, PICTURE } from './sheet';

const COLUMNS = 6;
const FIRST_ROW_Y = 222;
const ROW_GAP = 76;
const LINE_MARGIN = 40;

/** Six stations to the right, then six back: the line turns as it does on a map. */
function stationAt(index: number): Point {
  const row = Math.floor(index / COLUMNS);
  const column = row === 0 ? index : 2 * COLUMNS - 1 - index;
  const gap = (PICTURE.width - 2 * LINE_MARGIN) / (COLUMNS - 1);
  return { x: LINE_MARGIN + column * gap, y: FIRST_ROW_Y + row * ROW_GAP };
}

/** From the first station to that one, with the turn cut as maps draw it. */
function wayTo(last: number): Point[] {
  const corner = 14;
  const edge = stationAt(COLUMNS - 1).x + corner;
  const points: Point[] = [];
  for (let index = 0; index <= last; index += 1) {
    if (index === COLUMNS) {
      points.push({ x: edge, y: FIRST_ROW_Y + corner }, { x: edge, y: FIRST_ROW_Y + ROW_GAP - corner });
    }
    points.push(stationAt(index));
  }
  return points;
}

const SMALLEST_RADIUS = 6;
const LARGEST_RADIUS = 17;

/** Its area tells how much was spared; a month without a trip is a station that was passed. */
const radiusOf = ({ share }: PictureMonth): number =>
  share === 0 ? SMALLEST_RADIUS : Math.max(SMALLEST_RADIUS + 1, LARGEST_RADIUS * Math.sqrt(share));

function drawStation(pen: Pen, month: PictureMonth, at: Point): void {
  const radius = radiusOf(month);
  drawDot(pen, at, radius, month.isAhead ? colors.idle : colors.green);
  if (month.share === 0) drawDot(pen, at, radius - 3, colors.card);
  const name = { size: 12, color: month.isAhead ? colors.secondary : colors.ink, align: 'center' as const };
  write(pen, `${month.name}月`, at.x, at.y + LARGEST_RADIUS + 15, name);
}

function drawMonths(pen: Pen, months: readonly PictureMonth[]): void {
  const last = months.filter(({ isAhead }) => !isAhead).length - 1;
  drawLine(pen, wayTo(months.length - 1), colors.idle, 4);
  drawLine(pen, wayTo(last), colors.green, 6);
  for (const [index, month] of months.entries()) drawStation(pen, month, stationAt(index));
}

/** Draws the whole picture upon a canvas that is `PICTURE` large, times its pixels. */
export function drawYear(pen: Pen, picture: YearPicture): void {
  const { year, until, mass, months, figures, line, comparison } = picture;
  drawSheet(pen, until);
  drawMass(pen, `${year} 年，我的绿色出行少排了`, mass);
  drawMonths(pen, months);
  drawFigures(pen, figures, 390);
  if (line !== null) drawPlate(pen, line, 454);
  write(pen, comparison, MARGIN, 482, { size: 13, color: colors.ink });
  drawSource(pen, '行程由运营方核验；树苗按美国环保署当量计算器，仅供感受大小');
}
