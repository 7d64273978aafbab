import type { PagedList } from '../../../services/paged-list';
import { beijingDay } from '../../../views/beijing-time';
import { type MonthSection, sectionByMonth } from '../../../views/months';
import { type Entry, monthOf, type StatementLine, viewEntry } from '../../../views/statement';

/** The entries that a list has read so far, under their months. */
export function viewSections(
  list: Pick<PagedList<Entry, number>, 'items' | 'sums'>,
  nowMs: number,
): MonthSection<StatementLine>[] {
  const rows = list.items.map(entry => ({ month: monthOf(entry), row: viewEntry(entry, nowMs) }));
  return sectionByMonth(rows, list.sums, beijingDay(nowMs));
}
