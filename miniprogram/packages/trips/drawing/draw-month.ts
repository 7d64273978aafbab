import type { MonthPicture, PictureDay } from '../views/month-picture';
import { drawDot, drawLine, type Pen, type Point, write } from './pen';
import { colors, drawFigures, drawMass, drawPlate, drawSheet, drawSource, MARGIN, PICTURE } from './sheet';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
const NAMES_Y = 190;
const FIRST_WEEK_Y = 212;
const LINE_MARGIN = 40;
/** What lies between the first week and the last, however many there are. */
const WEEKS_HEIGHT = 130;

const SMALLEST_RADIUS = 4;
const LARGEST_RADIUS = 11;

const columnX = (weekday: number): number =>
  LINE_MARGIN + (weekday * (PICTURE.width - 2 * LINE_MARGIN)) / (WEEKDAYS.length - 1);

/** Its area tells how much was spared; a day without a trip is a station that was passed. */
const radiusOf = ({ share }: PictureDay): number =>
  share === 0 ? SMALLEST_RADIUS : Math.max(SMALLEST_RADIUS + 1, LARGEST_RADIUS * Math.sqrt(share));

function drawDay(pen: Pen, day: PictureDay, at: Point): void {
  const radius = radiusOf(day);
  drawDot(pen, at, radius, day.isAhead ? colors.idle : colors.green);
  if (day.share === 0) drawDot(pen, at, radius - 2, colors.card);
}

/** Each week is a line of its own, from its Monday on, as calendars have it. */
function drawWeek(pen: Pen, days: readonly PictureDay[], y: number): void {
  const at = (day: PictureDay): Point => ({ x: columnX(day.weekday), y });
  const passed = days.filter(({ isAhead }) => !isAhead);
  drawLine(pen, days.map(at), colors.idle, 3);
  if (passed.length > 0) drawLine(pen, passed.map(at), colors.green, 4);
  for (const day of days) drawDay(pen, day, at(day));
}

function drawDays(pen: Pen, days: readonly PictureDay[]): void {
  for (const [weekday, name] of WEEKDAYS.entries()) {
    write(pen, name, columnX(weekday), NAMES_Y, { size: 11, color: colors.secondary, align: 'center' });
  }
  const last = days[days.length - 1]!.week;
  const gap = WEEKS_HEIGHT / last;
  for (let week = 0; week <= last; week += 1) {
    drawWeek(
      pen,
      days.filter(day => day.week === week),
      FIRST_WEEK_Y + week * gap,
    );
  }
}

/** Draws the whole picture upon a canvas that is `PICTURE` large, times its pixels. */
export function drawMonth(pen: Pen, picture: MonthPicture): void {
  const { month, until, mass, days, figures, line, modes, comparison } = picture;
  drawSheet(pen, until);
  drawMass(pen, `${month}，我的绿色出行少排了`, mass);
  drawDays(pen, days);
  drawFigures(pen, figures, 390);
  write(pen, modes, MARGIN, 444, { size: 13, color: colors.ink });
  if (line !== null) drawPlate(pen, line, 466);
  write(pen, comparison, MARGIN, 488, { size: 13, color: colors.ink });
  drawSource(pen, '行程由运营方核验；树苗按美国环保署当量计算器，仅供感受大小');
}
