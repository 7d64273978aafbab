import type { MilestonePicture } from '../views/milestone-picture';
import { drawDot, drawLine, type Pen, type Point, write, writeLines } from './pen';
import { colors, drawSheet, drawSource, MARGIN, PICTURE, RIGHT } from './sheet';

const LINE_X = MARGIN + 8;
const FIRST_Y = 208;
/** What lies between the first station and the last, however many there are. */
const LINE_HEIGHT = 226;
const TITLE_X = LINE_X + 22;

type Station = MilestonePicture['stations'][number];

function drawStation(pen: Pen, { title, mass, isReached, isThis }: Station, at: Point): void {
  const color = isReached ? colors.green : colors.idle;
  drawDot(pen, at, isThis ? 10 : 7, color);
  if (!isReached || isThis) drawDot(pen, at, isThis ? 5 : 4, colors.card);
  const ink = isReached ? colors.ink : colors.secondary;
  write(pen, title, TITLE_X, at.y + 5, { size: 14, color: ink, isBold: isThis });
  write(pen, mass, RIGHT, at.y + 5, { size: 13, color: ink, isBold: isThis, align: 'right' });
}

function drawStations(pen: Pen, stations: readonly Station[]): void {
  const gap = LINE_HEIGHT / Math.max(1, stations.length - 1);
  const at = (index: number): Point => ({ x: LINE_X, y: FIRST_Y + index * gap });
  const reached = stations.filter(({ isReached }) => isReached).length;
  const way = stations.map((_, index) => at(index));
  drawLine(pen, way, colors.idle, 4);
  drawLine(pen, way.slice(0, reached), colors.green, 6);
  for (const [index, station] of stations.entries()) drawStation(pen, station, at(index));
}

/** A long title is written smaller, so that it stays upon one line. */
const MOST_LARGE_LETTERS = 8;

/** Draws the whole picture upon a canvas that is `PICTURE` large, times its pixels. */
export function drawMilestone(pen: Pen, picture: MilestonePicture): void {
  const { reached, level, title, mass, stations, source } = picture;
  drawSheet(pen, reached);
  write(pen, `我的绿色出行少排的碳，到了${level}`, MARGIN, 92, { size: 16, color: colors.ink });
  const size = title.length > MOST_LARGE_LETTERS ? 30 : 36;
  write(pen, title, MARGIN, 140, { size, color: colors.green, isBold: true });
  write(pen, `${mass} CO₂e`, MARGIN, 168, { size: 16, color: colors.ink, isBold: true });
  drawStations(pen, stations);
  const note = { size: 10.5, color: colors.secondary };
  writeLines(
    pen,
    `出处：${source}`,
    { x: MARGIN, y: 470, width: PICTURE.width - 2 * MARGIN, height: 16 },
    note,
  );
  drawSource(pen, '行程由运营方核验；数字仅供感受大小');
}
