import { beijingDay, clockText } from '../../../views/beijing-time';
import { changeOf, type Entry } from '../../../views/statement';
import { modeName, placeName } from '../../../views/trip';
import { entryReasons } from '../../../words/entry-reasons';

export const exportedColumns: readonly string[] = [
  '编号',
  '时间（北京）',
  '事由',
  '上车或起点',
  '下车或终点',
  '乘车时间（北京）',
  '出行方式',
  '减排变动',
  '奖励变动',
  '减排可用',
  '奖励可用',
  '已预留',
  '待抵扣',
  '凭证',
];

/** `2026-11-20 08:12`, which a spreadsheet takes for a time. */
const timeText = (atMs: number): string => `${beijingDay(atMs)} ${clockText(atMs)}`;

/** Of a trip whose places are gone nothing is left to say; of one without stations only how it was made. */
function tripCells({ trip }: Entry): string[] {
  if (trip === null) return ['', '', '', ''];
  return [placeName(trip.entry, ''), placeName(trip.exit, ''), timeText(trip.fromMs), modeName(trip.mode)];
}

/** One entry as a row, in the order of `exportedColumns`. Amounts are plain numbers, so that a spreadsheet can add them up. */
export function exportedRow(entry: Entry): (string | number)[] {
  const change = changeOf(entry);
  const { carbon, bonus } = entry.balanceAfter;
  return [
    entry.seq,
    timeText(entry.atMs),
    entryReasons[entry.reason] ?? entry.reason,
    ...tripCells(entry),
    change.carbon,
    change.bonus,
    carbon.available,
    bonus.available,
    carbon.held + bonus.held,
    carbon.debt + bonus.debt,
    entry.key,
  ];
}
