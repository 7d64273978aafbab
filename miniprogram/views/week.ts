import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { thousands } from './amounts';

export type Summary = ProcedureOutput<'rides.summary'>;

/** A day as a station of the week's line. */
export interface WeekStation {
  day: string;
  name: string;
  isToday: boolean;
  /** Travelled that day. */
  isReached: boolean;
  /** Travelled on the day before, or after, as well: the line between the two was ridden. */
  comesFrom: boolean;
  goesOn: boolean;
  /** In words, for who hears it. */
  label: string;
}

const names = ['一', '二', '三', '四', '五', '六', '日'];

export function viewWeek({ today, week }: Summary): WeekStation[] {
  const isTravelled = (index: number): boolean => (week[index]?.trips ?? 0) > 0;
  return week.map(({ day, trips, grams }, index) => ({
    day,
    name: day === today ? '今天' : names[index]!,
    isToday: day === today,
    isReached: trips > 0,
    comesFrom: isTravelled(index) && isTravelled(index - 1),
    goesOn: isTravelled(index) && isTravelled(index + 1),
    label: `周${names[index]}${day === today ? '（今天）' : ''}：${trips > 0 ? `${trips} 趟，减排 ${thousands(grams)} 克` : '没有行程'}`,
  }));
}

/** `3 天 · 5 趟` */
export function weekText({ week }: Summary): string {
  const days = week.filter(({ trips }) => trips > 0).length;
  const trips = week.reduce((sum, day) => sum + day.trips, 0);
  return trips === 0 ? '还没有核验过的行程' : `${days} 天 · ${trips} 趟`;
}
