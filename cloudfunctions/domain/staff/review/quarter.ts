import { beijingDay } from '../../../platform/beijing-time';

/** The quarter of a time in Beijing, such as `2026-Q4`. */
export function quarterOf(atMs: number): string {
  const [year, month] = beijingDay(atMs).split('-').map(Number);
  return `${year}-Q${Math.ceil(month! / 3)}`;
}
