/** Why a value has no canonical form. */
export type CanonicalJsonRefusal =
  | 'UNDEFINED'
  | 'NOT_A_JSON_TYPE'
  | 'NOT_FINITE'
  | 'LONE_SURROGATE'
  | 'NOT_A_PLAIN_OBJECT'
  | 'TOO_DEEP';

/** A value that RFC 8785 cannot write. `path` is a JSON pointer (RFC 6901) to the culprit, '' for the root. */
export class CanonicalJsonError extends Error {
  readonly code: CanonicalJsonRefusal;
  readonly path: string;

  constructor(code: CanonicalJsonRefusal, path: string) {
    super(`no canonical JSON at "${path}": ${code}`);
    this.name = 'CanonicalJsonError';
    this.code = code;
    this.path = path;
  }
}

/** A cycle is found as depth: no document of ours comes near, and the phone's stack holds this many levels. */
const DEEPEST_LEVEL = 200;

/** With the flag `u` a pair of surrogates is one character, so this finds unpaired ones only. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;

/** Characters that stand for themselves in JSON; nearly every string of a ledger consists of them. */
const PLAIN_TEXT = /^[ !#-[\]-~]*$/;

/** Objects with more keys are maps rather than documents: their order is not worth keeping. */
const FEW_KEYS = 24;

/** A refusal on its way out of the recursion: each level it leaves adds its own step, innermost first. */
class Refusal {
  readonly steps: (string | number)[] = [];
  readonly code: CanonicalJsonRefusal;

  constructor(code: CanonicalJsonRefusal) {
    this.code = code;
  }
}

/**
 * The one text of a JSON value (RFC 8785, JCS): keys in UTF-16 code-unit order, numbers as ECMAScript writes
 * them, no spaces. Equal values give equal texts on every machine, which is what makes their hashes comparable.
 * Throws `CanonicalJsonError` where JSON.stringify would drop or replace something silently.
 */
export function canonicalJson(value: unknown): string {
  try {
    return write(value, 0);
  } catch (refusal) {
    throw refusal instanceof Refusal
      ? new CanonicalJsonError(refusal.code, pointerOf(refusal.steps.reverse()))
      : refusal;
  }
}

/**
 * What `canonicalJson` writes for a copy of an object without one field, at that level of a document. Throws for what it
 * refuses, without saying where: who wants to know asks `canonicalJson` about such a copy.
 */
export const canonicalWithout = (value: object, omitted: string, level: number): string =>
  writeFields(value as Record<string, unknown>, level, omitted);

function write(value: unknown, level: number): string {
  switch (typeof value) {
    case 'string':
      return writeString(value);
    case 'number':
      return writeNumber(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : writeContainer(value, level);
    default:
      throw new Refusal(value === undefined ? 'UNDEFINED' : 'NOT_A_JSON_TYPE');
  }
}

function writeString(text: string): string {
  if (PLAIN_TEXT.test(text)) return `"${text}"`;
  if (LONE_SURROGATE.test(text)) throw new Refusal('LONE_SURROGATE');
  // For well-formed text JSON.stringify escapes exactly what RFC 8785 (3.2.2.2) asks for.
  return JSON.stringify(text);
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Refusal('NOT_FINITE');
  // RFC 8785 (3.2.2.3) takes ECMAScript's own conversion, which also writes -0 as 0.
  return String(value);
}

function writeContainer(value: object, level: number): string {
  if (level >= DEEPEST_LEVEL) throw new Refusal('TOO_DEEP');
  return Array.isArray(value)
    ? writeArray(value, level)
    : writeObject(value as Record<string, unknown>, level);
}

function writeArray(values: readonly unknown[], level: number): string {
  let text = '[';
  let index = 0;
  try {
    for (; index < values.length; index += 1) {
      if (index > 0) text += ',';
      text += write(values[index], level + 1);
    }
  } catch (refusal) {
    throw stepped(refusal, index);
  }
  return `${text}]`;
}

function writeObject(value: Record<string, unknown>, level: number): string {
  if (!isPlain(value)) throw new Refusal('NOT_A_PLAIN_OBJECT');
  return writeFields(value, level, null);
}

function writeFields(value: Record<string, unknown>, level: number, omitted: string | null): string {
  const given = Object.keys(value);
  const known = knownKeysOf(given);
  const sorted = known?.sorted ?? sortedKeys(given);
  let text = '';
  let key = '';
  try {
    for (let index = 0; index < sorted.length; index += 1) {
      key = sorted[index]!;
      if (key === omitted) continue;
      const opening = known?.openings[index] ?? `,${writeString(key)}:`;
      text += text === '' ? `{${opening.slice(1)}` : opening;
      text += write(value[key], level + 1);
    }
  } catch (refusal) {
    throw stepped(refusal, key);
  }
  return text === '' ? '{}' : `${text}}`;
}

function stepped(refusal: unknown, step: string | number): unknown {
  if (refusal instanceof Refusal) refusal.steps.push(step);
  return refusal;
}

/** Looks at the shape of the prototype chain as well as its identity: a value may come from another realm. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype) return true;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The keys of an object as they were given, in their order, and what is written for each before its value. */
interface KnownKeys {
  readonly given: readonly string[];
  readonly sorted: readonly string[];
  readonly openings: readonly string[];
}

/** By the first key. Documents of a ledger have few shapes; sorting their keys a million times over would take long. */
const knownKeys = new Map<string, KnownKeys>();
const MOST_KNOWN = 256;

/** Null for objects without keys, and for those that are maps rather than documents. */
function knownKeysOf(given: readonly string[]): KnownKeys | null {
  if (given.length === 0 || given.length > FEW_KEYS) return null;
  const known = knownKeys.get(given[0]!);
  if (known !== undefined && isSameList(known.given, given)) return known;
  const sorted = sortedKeys(given);
  if (sorted.some(key => LONE_SURROGATE.test(key))) return null;
  if (knownKeys.size >= MOST_KNOWN) knownKeys.clear();
  const openings = sorted.map(key => `,${writeString(key)}:`);
  const learned = { given, sorted, openings };
  knownKeys.set(given[0]!, learned);
  return learned;
}

/** Sorting without a comparison function goes by UTF-16 code units, as RFC 8785 (3.2.3) asks. */
const sortedKeys = (keys: readonly string[]): string[] => [...keys].sort();

function isSameList(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) if (left[index] !== right[index]) return false;
  return true;
}

function pointerOf(steps: readonly (string | number)[]): string {
  return steps.map(step => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}
