import type { PickerModel } from './picker-model';
import { asText } from './property';

interface Clock {
  hour: number;
  minute: number;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const span = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => from + index);

/** `hh:mm` between `start` and `end`. */
export function timeModel({ value, start, end }: Record<string, unknown>): PickerModel {
  const first = parseClock(start, { hour: 0, minute: 0 });
  const last = parseClock(end, { hour: 23, minute: 59 });
  const shown = parseClock(value, first);
  const hours = span(first.hour, last.hour);
  const hourAt = (index = 0): number => hours[index] ?? first.hour;
  const minutesOf = (hour: number): number[] =>
    span(hour === first.hour ? first.minute : 0, hour === last.hour ? last.minute : 59);
  return {
    columns: chosen => [hours.map(twoDigits), minutesOf(hourAt(chosen[0])).map(twoDigits)],
    start: [indexOf(hours, shown.hour), indexOf(minutesOf(shown.hour), shown.minute)],
    answer([hourIndex, minuteIndex = 0]) {
      const hour = hourAt(hourIndex);
      return { value: `${twoDigits(hour)}:${twoDigits(minutesOf(hour)[minuteIndex] ?? 0)}` };
    },
  };
}

function indexOf(values: number[], value: number): number {
  return Math.max(0, values.indexOf(value));
}

function parseClock(written: unknown, otherwise: Clock): Clock {
  const found = /^(\d{1,2}):(\d{1,2})$/.exec(asText(written));
  return found === null ? otherwise : { hour: Number(found[1]), minute: Number(found[2]) };
}
