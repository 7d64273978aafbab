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

type Path = (string | number)[];

/**
 * The one text of a JSON value (RFC 8785, JCS): keys in UTF-16 code-unit order, numbers as ECMAScript writes
 * them, no spaces. Equal values give equal texts on every machine, which is what makes their hashes comparable.
 * Throws `CanonicalJsonError` where JSON.stringify would drop or replace something silently.
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

function write(value: unknown, path: Path): string {
  switch (typeof value) {
    case 'string':
      return writeString(value, path);
    case 'number':
      return writeNumber(value, path);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : writeContainer(value, path);
    default:
      throw refusal(value === undefined ? 'UNDEFINED' : 'NOT_A_JSON_TYPE', path);
  }
}

function writeString(text: string, path: Path): string {
  if (PLAIN_TEXT.test(text)) return `"${text}"`;
  if (LONE_SURROGATE.test(text)) throw refusal('LONE_SURROGATE', path);
  // For well-formed text JSON.stringify escapes exactly what RFC 8785 (3.2.2.2) asks for.
  return JSON.stringify(text);
}

function writeNumber(value: number, path: Path): string {
  if (!Number.isFinite(value)) throw refusal('NOT_FINITE', path);
  // RFC 8785 (3.2.2.3) takes ECMAScript's own conversion, which also writes -0 as 0.
  return String(value);
}

function writeContainer(value: object, path: Path): string {
  if (path.length >= DEEPEST_LEVEL) throw refusal('TOO_DEEP', path);
  return Array.isArray(value) ? writeArray(value, path) : writeObject(value as Record<string, unknown>, path);
}

function writeArray(values: readonly unknown[], path: Path): string {
  let text = '';
  for (let index = 0; index < values.length; index += 1) {
    path.push(index);
    text += (index === 0 ? '' : ',') + write(values[index], path);
    path.pop();
  }
  return `[${text}]`;
}

function writeObject(value: Record<string, unknown>, path: Path): string {
  if (!isPlain(value)) throw refusal('NOT_A_PLAIN_OBJECT', path);
  let text = '';
  for (const key of Object.keys(value).sort()) {
    path.push(key);
    text += `${(text === '' ? '' : ',') + writeString(key, path)}:${write(value[key], path)}`;
    path.pop();
  }
  return `{${text}}`;
}

/** Looks at the shape of the prototype chain rather than its identity: a value may come from another realm. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function refusal(code: CanonicalJsonRefusal, path: Path): CanonicalJsonError {
  const pointer = path.map(step => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
  return new CanonicalJsonError(code, pointer);
}
