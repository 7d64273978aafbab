import { NO_LINE_COLOR } from '../../../views/metro-lines';
import type { LinePlate, PictureFigure } from '../views/travel';
import { drawDot, drawLine, type Pen, write } from './pen';

/** What the drawing is measured in; a saved picture has three pixels for each. */
export const PICTURE = { width: 360, height: 540, pixels: 3 };

/** The look's light colours, whatever the phone shows: a picture is seen on other screens. */
export const colors = {
  card: '#ffffff',
  ink: '#14241b',
  secondary: '#5b6b62',
  green: '#0a7a4c',
  idle: '#cfd7d1',
};

export const MARGIN = 24;
export const RIGHT = PICTURE.width - MARGIN;

/** A longer number is written smaller, so that its unit has room beside it. */
const MOST_LARGE_DIGITS = 6;

/** The white sheet with the name of the product, and at its right the day up to which it is. */
export function drawSheet(pen: Pen, until: string): void {
  pen.scale(PICTURE.pixels, PICTURE.pixels);
  pen.fillStyle = colors.card;
  pen.fillRect(0, 0, PICTURE.width, PICTURE.height);
  const ends = [MARGIN + 5, MARGIN + 25].map(x => ({ x, y: 41 }));
  drawLine(pen, ends, colors.green, 4);
  for (const end of ends) {
    drawDot(pen, end, 6, colors.green);
    drawDot(pen, end, 3, colors.card);
  }
  write(pen, '碳点点', MARGIN + 40, 47, { size: 16, color: colors.ink, isBold: true });
  write(pen, until, RIGHT, 46, { size: 12, color: colors.secondary, align: 'right' });
}

/** What was spared, large, under a line that says of what. */
export function drawMass(pen: Pen, title: string, mass: { value: string; unit: string }): void {
  write(pen, title, MARGIN, 92, { size: 16, color: colors.ink });
  const size = mass.value.length > MOST_LARGE_DIGITS ? 48 : 60;
  const width = write(pen, mass.value, MARGIN - 2, 152, { size, color: colors.green, isBold: true });
  write(pen, `${mass.unit} CO₂e`, MARGIN + width + 6, 152, { size: 18, color: colors.ink, isBold: true });
}

/** Kilometres are the longest of the three. */
const FIGURES_X = [MARGIN, MARGIN + 96, MARGIN + 236];

/** @param y of the numbers' feet */
export function drawFigures(pen: Pen, figures: readonly PictureFigure[], y: number): void {
  for (const [at, { value, unit, name }] of figures.entries()) {
    const x = FIGURES_X[at]!;
    const taken = write(pen, value, x, y, { size: 26, color: colors.ink, isBold: true });
    write(pen, unit, x + taken + 4, y, { size: 13, color: colors.secondary });
    write(pen, name, x, y + 22, { size: 12, color: colors.secondary });
  }
}

/** The line that most trips used, on a plate of its own colour. */
export function drawPlate(pen: Pen, line: LinePlate, y: number): void {
  write(pen, '坐得最多', MARGIN, y, { size: 13, color: colors.secondary });
  pen.font = 'bold 13px sans-serif';
  const width = pen.measureText(line.name).width + 20;
  const isUnknown = line.color === NO_LINE_COLOR;
  const ends = [MARGIN + 74, MARGIN + 74 + width - 10].map(x => ({ x, y: y - 4.5 }));
  drawLine(pen, ends, isUnknown ? colors.green : line.color, 20);
  write(pen, line.name, MARGIN + 69 + width / 2, y, {
    size: 13,
    color: isUnknown ? colors.card : line.ink,
    isBold: true,
    align: 'center',
  });
  write(pen, line.trips, MARGIN + 84 + width, y, { size: 13, color: colors.ink });
}

/** Who says so, at the foot of every picture. */
export function drawSource(pen: Pen, source: string): void {
  write(pen, source, MARGIN, 514, { size: 10.5, color: colors.secondary });
}
