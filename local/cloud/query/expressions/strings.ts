import { evalExpr } from 'mingo/core';
import { requestFailed } from '../query-error';
import { type Expression, evaluateArguments, isMissing, soleOperand } from './evaluate';

/** A string operand; MongoDB reads null as empty and accepts numbers and dates. */
function text(name: string, value: unknown): string {
  if (isMissing(value)) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  throw requestFailed(`${name} requires a string argument, found: ${JSON.stringify(value)}`);
}

function changeCase(name: string, change: (value: string) => string): Expression {
  return (document, operand, options) =>
    change(text(name, evalExpr(document, soleOperand(operand), options)));
}

/** `$substr` and `$substrBytes`: bytes of UTF-8; a negative length takes the rest, a start past the end nothing. */
const substringOfBytes: Expression = (document, operand, options) => {
  const [value, start, length] = evaluateArguments('$substrBytes', document, operand, options, [3, 3]);
  const bytes = Buffer.from(text('$substrBytes', value));
  const from = whole('$substrBytes', start);
  const count = whole('$substrBytes', length);
  if (from < 0 || from >= bytes.length) return '';
  const to = count < 0 ? bytes.length : Math.min(bytes.length, from + count);
  if (isInsideCharacter(bytes, from) || isInsideCharacter(bytes, to)) {
    throw requestFailed('$substrBytes: Invalid range, a bound is in the middle of a UTF-8 character');
  }
  return bytes.toString('utf8', from, to);
};

function isInsideCharacter(bytes: Buffer, position: number): boolean {
  return position < bytes.length && (bytes[position]! & 0xc0) === 0x80;
}

function whole(name: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return Math.trunc(value);
  throw requestFailed(`${name}: starting index and length must be numbers`);
}

/** Position of one string in another between two bounds, counted in the units that `split` gives. */
function indexOf(name: string, split: (value: string) => string[]): Expression {
  return (document, operand, options) => {
    const [value, wanted, start, end] = evaluateArguments(name, document, operand, options, [2, 4]);
    if (isMissing(value)) return null;
    if (typeof value !== 'string' || typeof wanted !== 'string')
      throw requestFailed(`${name} requires strings`);
    const units = split(value);
    const from = bound(name, start, 0);
    const to = Math.min(units.length, bound(name, end, units.length));
    return position(units, split(wanted), from, to);
  };
}

function bound(name: string, value: unknown, missing: number): number {
  if (isMissing(value)) return missing;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw requestFailed(`${name} requires a nonnegative whole index, found: ${String(value)}`);
}

function position(units: string[], wanted: string[], from: number, to: number): number {
  for (let start = from; start + wanted.length <= to; start++) {
    if (wanted.every((unit, offset) => units[start + offset] === unit)) return start;
  }
  return -1;
}

const codePoints = (value: string): string[] => [...value];
const bytes = (value: string): string[] => [...Buffer.from(value)].map(String);

export const STRINGS = {
  $toLower: changeCase('$toLower', value => value.toLowerCase()),
  $toUpper: changeCase('$toUpper', value => value.toUpperCase()),
  $substr: substringOfBytes,
  $substrBytes: substringOfBytes,
  $indexOfCP: indexOf('$indexOfCP', codePoints),
  $indexOfBytes: indexOf('$indexOfBytes', bytes),
};
