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

/** Up to here putting each key in its place beats the general sort by far; ledger documents have fewer keys. */
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
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) text += ',';
    text += writeItem(values[index], index, level);
  }
  return `${text}]`;
}

function writeObject(value: Record<string, unknown>, level: number): string {
  if (!isPlain(value)) throw new Refusal('NOT_A_PLAIN_OBJECT');
  let text = '{';
  for (const key of sortedKeys(value)) {
    if (text !== '{') text += ',';
    text += writeMember(key, value[key], level);
  }
  return `${text}}`;
}

function writeMember(key: string, value: unknown, level: number): string {
  try {
    return `${writeString(key)}:${write(value, level + 1)}`;
  } catch (refusal) {
    throw stepped(refusal, key);
  }
}

function writeItem(value: unknown, index: number, level: number): string {
  try {
    return write(value, level + 1);
  } catch (refusal) {
    throw stepped(refusal, index);
  }
}

function stepped(refusal: unknown, step: string | number): unknown {
  if (refusal instanceof Refusal) refusal.steps.push(step);
  return refusal;
}

/** Looks at the shape of the prototype chain rather than its identity: a value may come from another realm. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Comparing texts and sorting without a comparison function both go by UTF-16 code units, as RFC 8785 (3.2.3) asks. */
function sortedKeys(value: object): string[] {
  const keys = Object.keys(value);
  if (keys.length > FEW_KEYS) return keys.sort();
  for (let index = 1; index < keys.length; index += 1) {
    const key = keys[index]!;
    let place = index;
    for (; place > 0 && keys[place - 1]! > key; place -= 1) keys[place] = keys[place - 1]!;
    keys[place] = key;
  }
  return keys;
}

function pointerOf(steps: readonly (string | number)[]): string {
  return steps.map(step => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}
