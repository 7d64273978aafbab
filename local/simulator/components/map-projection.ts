export interface Position {
  latitude: number;
  longitude: number;
}

export interface PixelPoint {
  x: number;
  y: number;
}

export interface MapView extends Position {
  /** 3 to 20, as WeChat's `scale`: each step doubles the size. */
  scale: number;
  width: number;
  height: number;
}

const TILE_PIXELS = 256;
const HIGHEST_LATITUDE = 85.05;

/** Web Mercator, as the maps of phones use it: the whole world is a square of 256·2^scale pixels. */
function worldPoint({ latitude, longitude }: Position, scale: number): PixelPoint {
  const size = TILE_PIXELS * 2 ** scale;
  const bounded = Math.min(HIGHEST_LATITUDE, Math.max(-HIGHEST_LATITUDE, latitude));
  const sine = Math.sin((bounded * Math.PI) / 180);
  return {
    x: ((longitude + 180) / 360) * size,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size,
  };
}

export function toPixels(position: Position, view: MapView): PixelPoint {
  const centre = worldPoint(view, view.scale);
  const point = worldPoint(position, view.scale);
  return { x: point.x - centre.x + view.width / 2, y: point.y - centre.y + view.height / 2 };
}

export function toPosition({ x, y }: PixelPoint, view: MapView): Position {
  const size = TILE_PIXELS * 2 ** view.scale;
  const centre = worldPoint(view, view.scale);
  const worldX = centre.x + x - view.width / 2;
  const worldY = centre.y + y - view.height / 2;
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - (2 * worldY) / size))) * 180) / Math.PI;
  return { latitude, longitude: (worldX / size) * 360 - 180 };
}

/** @returns the view of the same size that shows all points with some room around them */
export function viewOf(points: Position[], view: MapView): MapView {
  const latitudes = points.map(point => point.latitude);
  const longitudes = points.map(point => point.longitude);
  const centre = {
    latitude: (Math.min(...latitudes) + Math.max(...latitudes)) / 2,
    longitude: (Math.min(...longitudes) + Math.max(...longitudes)) / 2,
  };
  for (let scale = 20; scale > 3; scale -= 1) {
    const candidate = { ...view, ...centre, scale };
    const room = 24;
    const fits = points.every(point => {
      const { x, y } = toPixels(point, candidate);
      return x >= room && y >= room && x <= view.width - room && y <= view.height - room;
    });
    if (fits) return candidate;
  }
  return { ...view, ...centre, scale: 3 };
}

/** Metres on the ground to pixels at the view's centre. */
export function pixelsOf(metres: number, { latitude, scale }: MapView): number {
  const equatorMetres = 40_075_016.686;
  const metresAPixel = (equatorMetres * Math.cos((latitude * Math.PI) / 180)) / (TILE_PIXELS * 2 ** scale);
  return metres / metresAPixel;
}
