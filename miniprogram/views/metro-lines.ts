/** A line's name and colours: its own, the one of text upon it, and the one that is seen on a dark card. */
export interface LineStyle {
  name: string;
  color: string;
  ink: string;
  darkColor: string;
}

/** The colours of the Shenzhen Metro's own line map. */
const colors: Readonly<Record<string, string>> = {
  '1号线': '#00ab4e',
  '2号线': '#b94700',
  '3号线': '#00a9e0',
  '4号线': '#da291c',
  '5号线': '#a05eb5',
  '6号线': '#00c7b1',
  '6号线支线': '#00807f',
  '7号线': '#0033a0',
  '8号线': '#e45dbf',
  '9号线': '#7b6469',
  '10号线': '#f8779e',
  '11号线': '#672146',
  '12号线': '#a192b2',
  '13号线': '#de7c00',
  '14号线': '#f2c75c',
  '16号线': '#1e22aa',
  '20号线': '#88dbdf',
  坪山云巴1号线: '#3f8f3f',
};

/** What a trip is drawn in whose line is not known: carbon's green, which follows the theme. */
export const NO_LINE_COLOR = 'var(--green)';

/** Pure black: of black and white one always has a contrast of at least 4.58. */
const INK = '#000000';
const WHITE = '#ffffff';

/** Relative luminance as in WCAG 2.2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (light + 0.05) / (dark + 0.05);
}

const DARK_CARD = '#172019';
/** What WCAG 2.2 asks of graphics (1.4.11). */
const LEAST_CONTRAST = 3;
const LIGHTER_BY = 0.08;

const towardsWhite = (color: string, share: number): string =>
  `#${[1, 3, 5]
    .map(at => Number.parseInt(color.slice(at, at + 2), 16))
    .map(part => Math.round(part + (255 - part) * share))
    .map(part => part.toString(16).padStart(2, '0'))
    .join('')}`;

/** As near to the line's own colour as a dark card allows. */
function seenOnDark(color: string): string {
  let seen = color;
  for (let share = 0; contrast(seen, DARK_CARD) < LEAST_CONTRAST; share += LIGHTER_BY) {
    seen = towardsWhite(color, share);
  }
  return seen;
}

/** Through-running line 2 and 8 are one line in the network's data and on the platforms' signs. */
export function lineStyle(name: string): LineStyle {
  const color = colors[name];
  if (color === undefined) {
    return { name, color: NO_LINE_COLOR, ink: 'var(--on-green)', darkColor: NO_LINE_COLOR };
  }
  const ink = contrast(color, WHITE) >= contrast(color, INK) ? WHITE : INK;
  return { name, color, ink, darkColor: seenOnDark(color) };
}

/** Variables for a rail that is drawn from the first line's colour to the last one's, in both themes. */
export function railStyle(lines: readonly string[]): string {
  const [first, last] = [lines[0], lines[lines.length - 1]];
  if (first === undefined || last === undefined) return '';
  const [from, to] = [lineStyle(first), lineStyle(last)];
  return `--from: ${from.color}; --to: ${to.color}; --from-dark: ${from.darkColor}; --to-dark: ${to.darkColor}`;
}
