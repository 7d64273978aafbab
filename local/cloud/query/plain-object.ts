/** An embedded document, as opposed to a Date, an ObjectId, an array or another value with a class of its own. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  // An object made in another realm, such as by structuredClone inside a test, is as plain as ours.
  return Object.getPrototypeOf(prototype) === null && !Array.isArray(value);
}

/** Whether an object is a set of operators such as `{$gt: 1}` and not a document to compare with. */
export function hasOperators(value: unknown): value is Record<string, unknown> {
  if (!isPlainObject(value)) return false;
  for (const name in value) return name.charCodeAt(0) === 36;
  return false;
}
