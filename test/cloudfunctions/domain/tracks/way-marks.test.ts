import { wayMarks } from '../../../../cloudfunctions/domain/tracks/judgement/way-marks';
import { bicycle, drawTrack } from '../../../support/drawn-track';

const ride = drawTrack({ parts: bicycle, seed: 3 });

test('marks of a track stay what is stored of those that were sent before', () => {
  expect(wayMarks(ride)).toEqual([
    'places:01015c41520188b6',
    'places:014228c56eb4a298',
    'readings:068a1f03ca1d8bf7',
    'readings:075f17bf3253f214',
    'times:00f4d8980df14b52',
    'times:0146bf61ff5094fe',
  ]);
});

test('a part of a track mostly shares a mark with the whole, another ride none', () => {
  const marks = new Set(wayMarks(ride));
  expect(wayMarks(ride.slice(10, -10)).some(mark => marks.has(mark))).toBe(true);
  expect(wayMarks(drawTrack({ parts: bicycle, seed: 4 })).some(mark => marks.has(mark))).toBe(false);
});

test('what says nothing leaves no mark', () => {
  expect(wayMarks(ride.slice(0, 7))).toEqual([]);
  const resting = ride.map(point => ({ ...ride[0]!, atMs: point.atMs - (point.atMs % 1_000) }));
  expect(wayMarks(resting)).toEqual([]);
});
