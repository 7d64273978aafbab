import { EJSON, Long, ObjectId } from 'bson';
import { StoreError } from '../store/store';
import { isPlainObject } from './plain-object';

/**
 * Decodes extended JSON as the SDK sends it (canonical) or as the store writes it (relaxed). Whole numbers become
 * JavaScript numbers, and only those that a double cannot hold stay a Long. `$tcb_server_date` and query or
 * update operators stay plain objects. Throws INVALID_PARAM for text that is not JSON.
 */
export function decodeEjson(text: string): unknown {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new StoreError('INVALID_PARAM', `Invalid request param: not extended JSON: ${text.slice(0, 80)}`);
  }
  return decodeValue(parsed);
}

/** As `decodeEjson`, for a value that is parsed JSON already; it is changed in place. */
export function decodeValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) value[index] = decodeValue(value[index]);
    return value;
  }
  return decodeObject(value as Record<string, unknown>);
}

function decodeObject(value: Record<string, unknown>): unknown {
  for (const name in value) {
    if (name.charCodeAt(0) === 36) {
      const special = decodeSpecial(name, value);
      if (special !== undefined) return special;
    }
    const field = value[name];
    if (typeof field === 'object' && field !== null && name !== '__proto__') value[name] = decodeValue(field);
  }
  return value;
}

/** The value that a `{"$type": …}` wrapper stands for, or undefined when the name is an operator. */
function decodeSpecial(name: string, value: Record<string, unknown>): unknown {
  switch (name) {
    case '$numberInt':
    case '$numberDouble':
      return Number(value[name]);
    case '$numberLong':
      return decodeLong(String(value[name]));
    case '$date':
      return decodeDate(value[name]);
    case '$oid':
      return ObjectId.createFromHexString(String(value[name]));
    case '$regularExpression':
      return decodeRegularExpression(value[name] as { pattern?: unknown; options?: unknown });
    case '$numberDecimal':
    case '$binary':
    case '$timestamp':
    case '$minKey':
    case '$maxKey':
    case '$uuid':
      return EJSON.deserialize(value as Parameters<typeof EJSON.deserialize>[0]) as unknown;
    default:
      return undefined;
  }
}

function decodeLong(digits: string): number | Long {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : Long.fromString(digits);
}

function decodeDate(value: unknown): Date {
  const date = new Date(dateOperand(value));
  if (Number.isNaN(date.getTime())) throw new StoreError('INVALID_PARAM', 'Invalid request param: $date');
  return date;
}

function dateOperand(value: unknown): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return Number((value as { $numberLong?: unknown } | null)?.$numberLong);
}

function decodeRegularExpression(value: { pattern?: unknown; options?: unknown }): RegExp {
  return regularExpression(String(value.pattern ?? ''), String(value.options ?? ''));
}

/** Builds a regular expression with MongoDB's options; those that JavaScript cannot honour are refused. */
export function regularExpression(pattern: string, options: string): RegExp {
  const unsupported = [...options].find(option => !'imsu'.includes(option));
  if (unsupported !== undefined) {
    throw new StoreError('DATABASE_REQUEST_FAILED', `invalid flag in regex options: ${unsupported}`);
  }
  try {
    return new RegExp(pattern, options);
  } catch (error) {
    throw new StoreError(
      'DATABASE_REQUEST_FAILED',
      `Regular expression is invalid: ${(error as Error).message}`,
    );
  }
}

/** Encodes a value as relaxed extended JSON, which the SDK's own EJSON (bson 4) reads back to the same value. */
export function encodeEjson(value: unknown): string {
  return JSON.stringify(encodeValue(value));
}

/** Answers with the same object where nothing needs a wrapper, so that plain documents cost no allocation. */
function encodeValue(value: unknown): unknown {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? value : encodeDouble(value);
    case 'bigint':
      return { $numberLong: value.toString() };
    case 'object':
      return value === null ? null : encodeObject(value);
    default:
      return value;
  }
}

function encodeDouble(value: number): unknown {
  return { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) };
}

function encodeObject(value: object): unknown {
  if (Array.isArray(value)) return encodeArray(value);
  if (isPlainObject(value)) return encodeFields(value);
  if (value instanceof Date) return encodeDate(value);
  if (value instanceof ObjectId) return { $oid: value.toHexString() };
  if (value instanceof Long) return { $numberLong: value.toString() };
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } };
  return EJSON.serialize(value, { relaxed: false });
}

function encodeArray(values: unknown[]): unknown[] {
  let encoded = values;
  for (let index = 0; index < values.length; index++) {
    const item = encodeValue(values[index]);
    if (item === values[index]) continue;
    if (encoded === values) encoded = values.slice();
    encoded[index] = item;
  }
  return encoded;
}

function encodeFields(fields: Record<string, unknown>): Record<string, unknown> {
  let encoded = fields;
  for (const name in fields) {
    const item = encodeValue(fields[name]);
    if (item === fields[name]) continue;
    if (encoded === fields) encoded = { ...fields };
    encoded[name] = item;
  }
  return encoded;
}

/** Relaxed form only where the specification allows it: between 1970 and 9999. */
function encodeDate(date: Date): unknown {
  const timeMs = date.getTime();
  const hasTextForm = timeMs >= 0 && timeMs <= 253_402_300_799_999;
  return { $date: hasTextForm ? date.toISOString() : { $numberLong: String(timeMs) } };
}
