import type { PickerModel } from './picker-model';
import { asText } from './property';

type Day = [year: number, month: number, day: number];

const units = ['年', '月', '日'];
const lengths: Record<string, number> = { year: 1, month: 2, day: 3 };

/** `YYYY-MM-DD`, or its beginning by `fields`, between `start` and `end`. */
export function dateModel({ value, start, end, fields }: Record<string, unknown>): PickerModel {
  const first = parseDay(start, [1970, 1, 1]);
  const last = parseDay(end, [2100, 12, 31]);
  const length = lengths[asText(fields)] ?? 3;
  const dayOf = (chosen: number[]): number[] => pick(first, last, chosen).slice(0, length);
  return {
    columns: chosen =>
      candidates(first, last, chosen)
        .slice(0, length)
        .map((column, place) => column.map(each => `${each}${units[place] ?? ''}`)),
    start: indexesOf(first, last, parseDay(value, today())).slice(0, length),
    answer: chosen => ({ value: dayOf(chosen).map(written).join('-') }),
  };
}

const written = (part: number): string => String(part).padStart(2, '0');

/** The possible years, then the months of the chosen year, then the days of the chosen month. */
function candidates(first: Day, last: Day, chosen: number[]): number[][] {
  const columns: number[][] = [];
  const day: number[] = [];
  for (const place of [0, 1, 2] as const) {
    const isFirst = day.every((part, index) => part === first[index]);
    const isLast = day.every((part, index) => part === last[index]);
    const from = isFirst ? first[place] : 1;
    const to = isLast ? last[place] : highest(place, day);
    const column = Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => from + index);
    columns.push(column);
    day.push(column[Math.min(chosen[place] ?? 0, column.length - 1)] ?? from);
  }
  return columns;
}

function highest(place: number, [year = 1970, month = 1]: number[]): number {
  return place === 1 ? 12 : new Date(year, month, 0).getDate();
}

function pick(first: Day, last: Day, chosen: number[]): number[] {
  return candidates(first, last, chosen).map(
    (column, place) => column[Math.min(chosen[place] ?? 0, column.length - 1)] ?? 1,
  );
}

function indexesOf(first: Day, last: Day, day: Day): number[] {
  const chosen: number[] = [];
  for (const place of [0, 1, 2]) {
    const column = candidates(first, last, chosen)[place] ?? [];
    chosen.push(Math.max(0, column.indexOf(day[place] ?? 1)));
  }
  return chosen;
}

function parseDay(text: unknown, otherwise: Day): Day {
  const found = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(asText(text));
  return found === null ? otherwise : [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)];
}

function today(): Day {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()];
}
