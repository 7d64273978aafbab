import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { modeNames } from '../words/modes';
import { distanceText, thousands } from './amounts';
import { beijingDay, clockText, nearDayText } from './beijing-time';
import { type LineStyle, lineStyle, railStyle } from './metro-lines';

export type Trip = ProcedureOutput<'rides.list'>['trips'][number];

/** A trip as a line between two stations. */
export interface TripView {
  tripId: string;
  from: string;
  to: string;
  /** Colours of the first and the last line; the trip is drawn in them. */
  rail: string;
  /** The lines to show as labels: two at most, then how many more. */
  lines: LineStyle[];
  moreLines: number;
  /** `27.5 公里` and `今天 08:12`. */
  details: string[];
  amount: string;
  unit: string;
  /** Why it brought less than its grams, or nothing; empty otherwise. */
  remark: string;
  /** Brought nothing: shown without colour. */
  isVoid: boolean;
  /** The whole row in words, for who hears it. */
  label: string;
}

const SHOWN_LINES = 2;

const names: Readonly<Record<string, string>> = modeNames;
export const modeName = (mode: string): string => names[mode] ?? '出行';

export const placeName = (place: Trip['entry'], otherwise: string): string =>
  'station' in place ? place.station : otherwise;

const capNames = { day: '今日上限', month: '本月上限', source: '这类出行的上限' } as const;

function remarkOf(trip: Trip): string {
  if (trip.state === 'reversed') return '已撤销';
  if (trip.state === 'elsewhere') return '计入其他机制';
  if (trip.state === 'refused') return trip.refusal ?? '未入账';
  return trip.cappedBy === null ? '' : `已到${capNames[trip.cappedBy]}`;
}

const gramsOf = (trip: Trip): number => (trip.state === 'credited' ? trip.creditedGrams : 0);

/** `today` gives rows their day (`今天`, `昨天`); without it they stand under a heading that says it. */
export function viewTrip(trip: Trip, today: string): TripView {
  const from = placeName(trip.entry, `${modeName(trip.mode)}起点`);
  const to = placeName(trip.exit, `${modeName(trip.mode)}终点`);
  const day = nearDayText(beijingDay(trip.fromMs), today);
  const grams = gramsOf(trip);
  const remark = remarkOf(trip);
  const isNamed = 'station' in trip.entry && 'station' in trip.exit;
  // Of the metro the lines say it, and of places without a name the words that stand for them.
  const mode = trip.mode === 'metro' || !isNamed ? [] : [modeName(trip.mode)];
  // A no-break space keeps day and time together on a narrow screen.
  const details = [...mode, distanceText(trip.distanceMetres), `${day}\u00a0${clockText(trip.fromMs)}`];
  return {
    tripId: trip.tripId,
    from,
    to,
    rail: railStyle(trip.lines),
    lines: trip.lines.slice(0, SHOWN_LINES).map(lineStyle),
    moreLines: Math.max(0, trip.lines.length - SHOWN_LINES),
    details,
    amount: grams > 0 ? `+${thousands(grams)}` : '0',
    unit: '克 CO₂e',
    remark,
    isVoid: grams === 0,
    label: `${from}到${to}，${details.join('，')}，${grams > 0 ? `减排 ${thousands(grams)} 克` : '没有入账'}${remark && `，${remark}`}`,
  };
}
