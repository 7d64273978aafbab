import { WxFailure } from '../calling/wx-failure';

interface Kept {
  type: 'json' | 'date' | 'nothing' | 'number';
  value?: unknown;
}

/** @throws WxFailure for functions, circles and whatever else is no data */
export function encodeValue(value: unknown): string {
  try {
    return JSON.stringify(keptOf(value));
  } catch {
    throw new WxFailure('the data cannot be serialized');
  }
}

/** Dates and the numbers that JSON does not have keep their kind when they are stored by themselves. */
function keptOf(value: unknown): Kept {
  if (value === undefined || typeof value === 'function') return { type: 'nothing' };
  if (Object.prototype.toString.call(value) === '[object Date]')
    return { type: 'date', value: Number(value) };
  if (typeof value === 'number' && !Number.isFinite(value)) return { type: 'number', value: String(value) };
  return { type: 'json', value };
}

/** What was stored; what was nothing reads as an empty string, as on a phone. */
export function decodeValue(text: string): unknown {
  const { type, value } = JSON.parse(text) as Kept;
  if (type === 'date') return new Date(Number(value));
  if (type === 'number') return Number(value);
  return type === 'nothing' ? '' : value;
}
