import type { Milestones } from '../../../services/milestones';
import { massText, thousands } from '../../../views/amounts';
import { dayText } from '../../../views/beijing-time';

/** A milestone as a station of the line: passed, the next one, or further on. */
export interface StationView {
  key: string;
  title: string;
  mass: string;
  source: string;
  /** `11月12日到达`, or how far it is to the next one. */
  state: string;
  isReached: boolean;
  isNext: boolean;
  /** How far the line has come from the station before, in percent. */
  share: number;
  label: string;
}

export interface MilestonesView {
  value: string;
  unit: string;
  /** `第 3 站`; before the first it says so. */
  level: string;
  next: string;
  stations: StationView[];
  isEmpty: boolean;
  /** There is one to make a picture of. */
  isAnyReached: boolean;
}

function shareOf(grams: number, from: number, to: number): number {
  if (grams <= from) return 0;
  return grams >= to ? 100 : Math.floor((100 * (grams - from)) / (to - from));
}

/** The passed ones, and how far it is to the next. */
export function viewMilestones({ today, grams, milestones }: Milestones): MilestonesView {
  const nextAt = milestones.findIndex(({ reachedDay }) => reachedDay === null);
  const reached = nextAt < 0 ? milestones.length : nextAt;
  const [value = '', unit = ''] = massText(grams).split(' ');
  const stations = milestones.map((milestone, at): StationView => {
    const { key, title, source, reachedDay } = milestone;
    const isReached = reachedDay !== null;
    const isNext = at === nextAt;
    const mass = massText(milestone.grams);
    const missing = `还差 ${massText(milestone.grams - grams)}`;
    const state = isReached ? `${dayText(reachedDay, today)}到达` : isNext ? missing : '';
    return {
      key,
      title,
      mass,
      source,
      state,
      isReached,
      isNext,
      share: shareOf(grams, milestones[at - 1]?.grams ?? 0, milestone.grams),
      label: [`${title}，${mass}`, state || '还没到', `来源：${source}`].join('，'),
    };
  });
  const next = milestones[nextAt];
  return {
    value,
    unit,
    level: reached === 0 ? '起点' : `第 ${thousands(reached)} 站`,
    next: next ? `下一站：${next.title}，还差 ${massText(next.grams - grams)}` : '每一站都到了',
    stations,
    isEmpty: grams === 0,
    isAnyReached: reached > 0,
  };
}
