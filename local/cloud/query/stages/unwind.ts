import { Lazy } from 'mingo/lazy';
import { ownField } from '../path-values';
import { isPlainObject } from '../plain-object';
import { requestFailed } from '../query-error';
import { setPath } from '../set-path';

type Fields = Record<string, unknown>;
type Rows = ReturnType<typeof Lazy>;

interface Unwinding {
  path: string;
  indexField: string | undefined;
  keepsEmpty: boolean;
}

/** `$unwind`: one document an element; what is no array stays as it is, and so do empty strings and objects. */
export function unwind(rows: Rows, operand: unknown): Rows {
  const unwinding = readOperand(operand);
  return rows.transform((documents: unknown[]) =>
    Lazy((documents as Fields[]).flatMap(document => unwound(document, unwinding))),
  );
}

function readOperand(operand: unknown): Unwinding {
  const spec: Fields = typeof operand === 'string' ? { path: operand } : (operand as Fields);
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } = spec;
  if (typeof path !== 'string' || !path.startsWith('$')) {
    throw requestFailed(`path option to $unwind stage should be prefixed with a '$': ${String(path)}`);
  }
  return {
    path: path.slice(1),
    indexField: typeof includeArrayIndex === 'string' ? includeArrayIndex : undefined,
    keepsEmpty: preserveNullAndEmptyArrays === true,
  };
}

function unwound(document: Fields, { path, indexField, keepsEmpty }: Unwinding): Fields[] {
  const value = valueAt(document, path);
  const withIndex = (row: Fields, index: number | null) =>
    indexField === undefined ? row : setPath(row, indexField, index);
  if (Array.isArray(value) && value.length > 0) {
    return value.map((item, index) => withIndex(setPath(document, path, item), index));
  }
  const isEmpty = value === undefined || value === null || Array.isArray(value);
  if (isEmpty && !keepsEmpty) return [];
  return [withIndex(Array.isArray(value) ? setPath(document, path, undefined) : document, null)];
}

function valueAt(document: Fields, path: string): unknown {
  let value: unknown = document;
  for (const part of path.split('.')) value = isPlainObject(value) ? ownField(value, part) : undefined;
  return value;
}
