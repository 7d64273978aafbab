import { dateModel } from './picker-date';
import { regionModel } from './picker-region';
import { timeModel } from './picker-time';
import { asList, asNumber, asRecord, asText } from './property';

/** What a picker shows and answers; a column may depend on what is chosen in the columns before it. */
export interface PickerModel {
  columns(chosen: number[]): string[][];
  /** Index in each column that `value` stands for. */
  start: number[];
  /** The detail of `change`. */
  answer(chosen: number[]): Record<string, unknown>;
}

export function pickerModel(data: Record<string, unknown>): PickerModel {
  switch (data.mode) {
    case 'multiSelector':
      return multiSelector(data);
    case 'time':
      return timeModel(data);
    case 'date':
      return dateModel(data);
    case 'region':
      return regionModel(data);
    default:
      return selector(data);
  }
}

function labels(range: unknown, key: unknown): string[] {
  const name = asText(key);
  return asList(range).map(item => asText(name === '' ? item : asRecord(item)[name]));
}

/** WeChat answers the index of one column as text, and those of several as numbers. */
function selector({ range, rangeKey, value }: Record<string, unknown>): PickerModel {
  return {
    columns: () => [labels(range, rangeKey)],
    start: [asNumber(value)],
    answer: ([index = 0]) => ({ value: String(index) }),
  };
}

function multiSelector({ range, rangeKey, value }: Record<string, unknown>): PickerModel {
  const columns = asList(range).map(column => labels(column, rangeKey));
  return {
    columns: () => columns,
    start: columns.map((_, column) => asNumber(asList(value)[column])),
    answer: chosen => ({ value: chosen }),
  };
}
