import { isPlainObject } from './plain-object';

/** A copy whose objects and arrays are its own; dates, identifiers and the like are shared, nothing changes them. */
export function cloneValue<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(cloneValue) as Value;
  if (!isPlainObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const name in value) copy[name] = cloneValue(value[name]);
  return copy as Value;
}
