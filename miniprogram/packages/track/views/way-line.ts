export interface Spot {
  x: number;
  y: number;
}

interface Place {
  latitude: number;
  longitude: number;
}

const METRES_A_DEGREE = 111_195;
/** A smaller way is not blown up to the whole picture. */
const LEAST_METRES = 200;

export interface WayPicture {
  spots: Spot[];
  /** How many pixels a metre has, for the scale below the line. */
  pixelsAMetre: number;
}

/** The way in the middle of a picture of that size, north above, in one scale both ways. */
export function placeWay(
  places: readonly Place[],
  { width, height, margin }: { width: number; height: number; margin: number },
): WayPicture {
  const middle = places[0]?.latitude ?? 0;
  const metres = places.map(({ latitude, longitude }) => ({
    east: longitude * METRES_A_DEGREE * Math.cos((middle * Math.PI) / 180),
    north: latitude * METRES_A_DEGREE,
  }));
  const [east, north] = [metres.map(one => one.east), metres.map(one => one.north)];
  const [west, south] = [Math.min(...east), Math.min(...north)];
  const [wide, high] = [Math.max(...east) - west, Math.max(...north) - south];
  const pixelsAMetre = Math.min(
    (width - 2 * margin) / Math.max(wide, LEAST_METRES),
    (height - 2 * margin) / Math.max(high, LEAST_METRES),
  );
  const spots = metres.map(one => ({
    x: width / 2 + (one.east - west - wide / 2) * pixelsAMetre,
    y: height / 2 - (one.north - south - high / 2) * pixelsAMetre,
  }));
  return { spots, pixelsAMetre };
}

const steps = [50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000];
const LONGEST_SCALE = 110;

/** The longest round distance that fits below the picture. */
export function scaleOf(pixelsAMetre: number): { metres: number; text: string; width: number } {
  const metres = [...steps].reverse().find(step => step * pixelsAMetre <= LONGEST_SCALE) ?? steps[0]!;
  const text = metres < 1_000 ? `${metres} 米` : `${metres / 1_000} 公里`;
  return { metres, text, width: metres * pixelsAMetre };
}
