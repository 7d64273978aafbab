import { isPlainObject } from './plain-object';
import { requestFailed } from './query-error';
import type { ValuePredicate } from './value-predicates';

type Position = readonly [number, number];

/** MongoDB's old flat shapes `$box`, `$polygon` and `$center`, in degrees and for points only. */
export function flatShape(operand: Record<string, unknown>): ValuePredicate {
  const test = flatTest(operand);
  return value => {
    const position = pointPosition(value);
    return position !== null && test(position);
  };
}

function flatTest({ $box, $polygon, $center }: Record<string, unknown>): (position: Position) => boolean {
  if ($box !== undefined) return inBox(positions($box, 2));
  if ($polygon !== undefined) return inPolygon(positions($polygon, 3));
  if (Array.isArray($center)) return inCircle(positions([$center[0]], 1)[0]!, Number($center[1]));
  throw requestFailed('$geoWithin needs $geometry, $centerSphere, $box, $polygon or $center');
}

function pointPosition(value: unknown): Position | null {
  const position = isPlainObject(value) && value.type === 'Point' ? value.coordinates : value;
  return isPosition(position) ? position : null;
}

function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';
}

function positions(value: unknown, least: number): Position[] {
  if (Array.isArray(value) && value.length >= least && value.every(isPosition)) return value;
  throw requestFailed(`a flat shape needs at least ${least} positions [x, y]`);
}

function inBox([low, high]: Position[]): (position: Position) => boolean {
  return ([x, y]) => x >= low![0] && x <= high![0] && y >= low![1] && y <= high![1];
}

function inCircle(centre: Position, radius: number): (position: Position) => boolean {
  return ([x, y]) => Math.hypot(x - centre[0], y - centre[1]) <= radius;
}

/** Counts the edges that a line to the right crosses. */
function inPolygon(corners: Position[]): (position: Position) => boolean {
  return ([x, y]) => {
    let isInside = false;
    for (let index = 0, before = corners.length - 1; index < corners.length; before = index++) {
      const [fromX, fromY] = corners[before]!;
      const [toX, toY] = corners[index]!;
      if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) {
        isInside = !isInside;
      }
    }
    return isInside;
  };
}
