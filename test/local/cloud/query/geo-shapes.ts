export type Position = [number, number];

export const point = (longitude: number, latitude: number) => ({
  type: 'Point',
  coordinates: [longitude, latitude],
});
export const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
export const line = (...coordinates: Position[]) => ({ type: 'LineString', coordinates });
export const polygon = (...coordinates: Position[][]) => ({ type: 'Polygon', coordinates });
