import type { Milestones } from '../../../services/milestones';
import { massText, thousands } from '../../../views/amounts';

/** A milestone for a picture that is kept and shown around: what was spared and who says what it is; nothing of credits. */
export interface MilestonePicture {
  /** `到达 2026 年 11 月 12 日` */
  reached: string;
  /** `第 3 站` */
  level: string;
  title: string;
  mass: string;
  /** All stations of the line, the first one first. */
  stations: { title: string; mass: string; isReached: boolean; isThis: boolean }[];
  source: string;
  /** All of it in words. */
  label: string;
}

const dateText = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year} 年 ${month} 月 ${date} 日`;
};

/**
 * The milestone of that key, the latest one without a key; null where it is none or has not been reached: there is nothing
 * to show.
 */
export function viewMilestonePicture({ milestones }: Milestones, key: string): MilestonePicture | null {
  const reached = milestones.filter(({ reachedDay }) => reachedDay !== null);
  const chosen = key === '' ? reached[reached.length - 1] : reached.find(milestone => milestone.key === key);
  if (!chosen) return null;
  const { title, source } = chosen;
  const level = `第 ${thousands(milestones.indexOf(chosen) + 1)} 站`;
  const date = dateText(chosen.reachedDay!);
  const mass = massText(chosen.grams);
  return {
    reached: date,
    level,
    title,
    mass,
    stations: milestones.map(milestone => ({
      title: milestone.title,
      mass: massText(milestone.grams),
      isReached: milestone.reachedDay !== null,
      isThis: milestone === chosen,
    })),
    source,
    label: `${date}，绿色出行累计少排的二氧化碳到了${level}：${title}，${mass}。出处：${source}`,
  };
}
