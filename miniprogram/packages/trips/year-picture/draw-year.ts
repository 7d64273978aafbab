import { NO_LINE_COLOR } from '../../../views/metro-lines';
import type { PictureMonth, YearPicture } from '../views/year-picture';
import { drawDot, drawLine, type Pen, type Point, write } from './pen';

/** What the drawing is measured in; a saved picture has three pixels for each. */
export const PICTURE = { width: 360, height: 540, pixels: 3 };

/** The look's light colours, whatever the phone shows: a picture is seen on other screens. */
const colors = {
  card: '#ffffff',
  ink: '#14241b',
  secondary: '#5b6b62',
  green: '#0a7a4c',
  idle: '#cfd7d1',
};

const MARGIN = 24;
const RIGHT = PICTURE.width - MARGIN;

/** A longer number is written smaller, so that its unit has room beside it. */
const MOST_LARGE_DIGITS = 6;

function drawHead(pen: Pen, { year, until, mass }: YearPicture): void {
  drawLine(
    pen,
    [
      { x: MARGIN + 5, y: 41 },
      { x: MARGIN + 25, y: 41 },
    ],
    colors.green,
    4,
  );
  for (const x of [MARGIN + 5, MARGIN + 25]) {
    drawDot(pen, { x, y: 41 }, 6, colors.green);
    drawDot(pen, { x, y: 41 }, 3, colors.card);
  }
  write(pen, '碳点点', MARGIN + 40, 47, { size: 16, color: colors.ink, isBold: true });
  write(pen, until, RIGHT, 46, { size: 12, color: colors.secondary, align: 'right' });
  write(pen, `${year} 年，我的绿色出行少排了`, MARGIN, 92, { size: 16, color: colors.ink });
  const size = mass.value.length > MOST_LARGE_DIGITS ? 48 : 60;
  const width = write(pen, mass.value, MARGIN - 2, 152, { size, color: colors.green, isBold: true });
  write(pen, `${mass.unit} CO₂e`, MARGIN + width + 6, 152, { size: 18, color: colors.ink, isBold: true });
}

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

/** Kilometres are the longest of the three. */
const FIGURES_X = [MARGIN, MARGIN + 96, MARGIN + 236];

function drawFigures(pen: Pen, figures: YearPicture['figures']): void {
  for (const [at, { value, unit, name }] of figures.entries()) {
    const x = FIGURES_X[at]!;
    const taken = write(pen, value, x, 390, { size: 26, color: colors.ink, isBold: true });
    write(pen, unit, x + taken + 4, 390, { size: 13, color: colors.secondary });
    write(pen, name, x, 412, { size: 12, color: colors.secondary });
  }
}

function drawFoot(pen: Pen, { line, comparison }: YearPicture): void {
  if (line !== null) {
    write(pen, '坐得最多', MARGIN, 454, { size: 13, color: colors.secondary });
    pen.font = 'bold 13px sans-serif';
    const width = pen.measureText(line.name).width + 20;
    const color = line.color === NO_LINE_COLOR ? colors.green : line.color;
    drawLine(
      pen,
      [
        { x: MARGIN + 74, y: 449.5 },
        { x: MARGIN + 74 + width - 10, y: 449.5 },
      ],
      color,
      20,
    );
    const ink = line.color === NO_LINE_COLOR ? colors.card : line.ink;
    write(pen, line.name, MARGIN + 69 + width / 2, 454, {
      size: 13,
      color: ink,
      isBold: true,
      align: 'center',
    });
    write(pen, line.trips, MARGIN + 84 + width, 454, { size: 13, color: colors.ink });
  }
  write(pen, comparison, MARGIN, 482, { size: 13, color: colors.ink });
  const source = '行程由运营方核验；树苗按美国环保署当量计算器，仅供感受大小';
  write(pen, source, MARGIN, 514, { size: 10.5, color: colors.secondary });
}

/** Draws the whole picture upon a canvas that is `PICTURE` large, times its pixels. */
export function drawYear(pen: Pen, picture: YearPicture): void {
  pen.scale(PICTURE.pixels, PICTURE.pixels);
  pen.fillStyle = colors.card;
  pen.fillRect(0, 0, PICTURE.width, PICTURE.height);
  drawHead(pen, picture);
  drawMonths(pen, picture.months);
  drawFigures(pen, picture.figures);
  drawFoot(pen, picture);
}
