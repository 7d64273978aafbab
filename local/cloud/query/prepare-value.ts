import { randomBytes } from 'node:crypto';
import type { StoredDocument } from '../store/store';
import { isPlainObject } from './plain-object';
import { requestFailed } from './query-error';

/** MongoDB's limit for nested documents. */
const NESTING_LIMIT = 100;

/**
 * Copies a value that is about to be stored, so that the caller's object and the store never share anything;
 * `$tcb_server_date` becomes a Date on the endpoint's clock. Field names that MongoDB cannot store are refused.
 */
export function prepareValue(value: unknown, nowMs: () => number, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > NESTING_LIMIT) throw requestFailed('Object exceeds maximum nested object depth: 100');
  if (Array.isArray(value)) return value.map(item => prepareValue(item ?? null, nowMs, depth + 1));
  return isPlainObject(value) ? prepareFields(value, nowMs, depth) : value;
}

function prepareFields(fields: Record<string, unknown>, nowMs: () => number, depth: number): unknown {
  const copy: Record<string, unknown> = {};
  for (const name in fields) {
    const value = fields[name];
    if (name === '$tcb_server_date') return serverDate(value, nowMs);
    if (value === undefined) continue;
    refuseFieldName(name);
    copy[name] = typeof value === 'object' ? prepareValue(value, nowMs, depth + 1) : value;
  }
  return copy;
}

/** The Date that the SDK's `db.serverDate({offset})` stands for; the offset is in milliseconds. */
export function serverDate(operand: unknown, nowMs: () => number): Date {
  const offsetMs = Number((operand as { offset?: unknown } | null)?.offset ?? 0);
  return new Date(nowMs() + offsetMs);
}

/** Refuses the names that cannot be stored: `$` in front, a null byte, and JavaScript's prototype. */
export function refuseFieldName(name: string): void {
  if (name.charCodeAt(0) === 36) {
    throw requestFailed(`The dollar ($) prefixed field '${name}' in '${name}' is not valid for storage.`);
  }
  if (name === '__proto__' || name.includes('\0')) {
    throw requestFailed(`The field name '${name}' is not valid for storage.`);
  }
}

/** A new document: `_id` first, generated (32 hexadecimal characters) where the client gave none. */
export function prepareDocument(fields: Record<string, unknown>, nowMs: () => number): StoredDocument {
  const prepared = prepareValue(fields, nowMs) as Record<string, unknown>;
  const { _id, ...rest } = prepared;
  refuseId(_id);
  return { _id: _id === undefined ? randomBytes(16).toString('hex') : _id, ...rest };
}

/** MongoDB allows every type as `_id` but these. */
function refuseId(id: unknown): void {
  if (Array.isArray(id)) throw requestFailed("The '_id' value cannot be of type array");
  if (id instanceof RegExp) throw requestFailed("The '_id' value cannot be of type regex");
}

/** Replaces `$tcb_server_date` inside a query or pipeline; answers with the same object when there is none. */
export function resolveServerDates<Value>(value: Value, nowMs: () => number): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return replaceItems(value, nowMs) as Value;
  if (!isPlainObject(value)) return value;
  if ('$tcb_server_date' in value) return serverDate(value.$tcb_server_date, nowMs) as Value;
  return replaceFields(value, nowMs) as Value;
}

function replaceItems(items: unknown[], nowMs: () => number): unknown[] {
  const replaced = items.map(item => resolveServerDates(item, nowMs));
  return replaced.some((item, index) => item !== items[index]) ? replaced : items;
}

function replaceFields(fields: Record<string, unknown>, nowMs: () => number): Record<string, unknown> {
  let replaced = fields;
  for (const name in fields) {
    const value = resolveServerDates(fields[name], nowMs);
    if (value === fields[name]) continue;
    if (replaced === fields) replaced = { ...fields };
    replaced[name] = value;
  }
  return replaced;
}
