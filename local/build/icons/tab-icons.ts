import { arch, coverage, type Distance, ICON_PIXELS, ring, segment, union } from './draw-icon';
import { encodePng } from './encode-png';

/** Dots and lines, as everything here: a ride, a line with its stations, and a person, who is a dot above an arch. */
const shapes: Readonly<Record<string, Distance>> = {
  home: union(ring(24, 57, 9), segment(31, 50, 50, 31), ring(57, 24, 9)),
  trips: union(
    ring(24, 20, 6.5),
    segment(24, 28, 24, 53),
    ring(24, 61, 6.5),
    segment(40, 20, 62, 20),
    segment(40, 40.5, 56, 40.5),
    segment(40, 61, 62, 61),
  ),
  me: union(ring(40.5, 26, 10.5), arch(40.5, 64, 20), segment(20.5, 64, 60.5, 64)),
};

/** The look's secondary and green, light and dark. */
const colors: Readonly<Record<string, string>> = {
  light: '#5b6b62',
  'light-selected': '#0a7a4c',
  dark: '#9fb0a5',
  'dark-selected': '#4ccf93',
};

/** The tab bar's pictures by file name. */
export const tabIcons = (): Map<string, Buffer> =>
  new Map(
    Object.entries(shapes).flatMap(([name, shape]) => {
      const alpha = coverage(shape);
      return Object.entries(colors).map(
        ([variant, color]) => [`${name}-${variant}.png`, encodePng(ICON_PIXELS, color, alpha)] as const,
      );
    }),
  );
