import type { Measurement } from './measurement';

/** A pass line of the official audit (体验评分), or our own where it is stricter. */
export interface Rule {
  name: string;
  /** Of 100; a page that breaks the rule loses it whole. */
  weight: number;
  /** @returns what is wrong, nothing when the page passes */
  findings(measurement: Measurement): string[];
}

/** Source: WeChat's documentation of 体验评分; 44 px, 256 KB and contrast as the targets of our look say. */
export const rules: Rule[] = [
  {
    name: 'first screen ≤ 5 s',
    weight: 10,
    findings: ({ firstScreenMs }) => above(firstScreenMs, 5000, 'ms'),
  },
  {
    name: 'setData ≤ 20/s',
    weight: 8,
    findings: ({ setData }) => above(mostInASecond(setData.map(one => one.atMs)), 20, '/s'),
  },
  {
    name: 'setData ≤ 100 KB',
    weight: 8,
    findings: ({ setData }) => above(most(setData.map(one => one.bytes)), 102_400, ' bytes'),
  },
  { name: 'nodes < 1000', weight: 8, findings: ({ nodes }) => above(nodes, 999, ' nodes') },
  { name: 'depth < 30', weight: 6, findings: ({ depth }) => above(depth, 29, ' deep') },
  { name: 'children ≤ 60', weight: 6, findings: ({ mostChildren }) => above(mostChildren, 60, ' children') },
  {
    name: 'requests ≤ 1 s',
    weight: 8,
    findings: ({ requests }) => above(most(requests.map(one => one.ms)), 1000, 'ms'),
  },
  {
    name: 'requests ≤ 10/s',
    weight: 8,
    findings: ({ requests }) => above(mostInASecond(requests.map(one => one.startedAtMs)), 10, '/s'),
  },
  {
    name: 'images fit',
    weight: 6,
    findings: ({ images }) => images.filter(tooLarge).map(({ source }) => source),
  },
  { name: 'tap areas ≥ 44 px', weight: 8, findings: ({ smallTargets }) => smallTargets },
  { name: 'contrast ≥ 4.5', weight: 8, findings: ({ faintTexts }) => faintTexts },
  { name: 'fits the width', weight: 4, findings: ({ overflowPx }) => above(overflowPx, 0, ' px too wide') },
  { name: 'no script error', weight: 6, findings: ({ scriptErrors }) => scriptErrors },
  { name: 'no network error', weight: 6, findings: ({ networkErrors }) => networkErrors },
];

const above = (value: number, limit: number, unit: string): string[] =>
  value > limit ? [`${Math.round(value)}${unit}`] : [];

const most = (values: number[]): number => Math.max(0, ...values);

/** @param timesMs in the order in which they came */
function mostInASecond(timesMs: number[]): number {
  return most(timesMs.map(from => timesMs.filter(time => time >= from && time < from + 1000).length));
}

const tooLarge = ({ pixels, shownPixels }: Measurement['images'][number]): boolean => pixels > shownPixels;
