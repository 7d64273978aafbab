/** An embedded document, as opposed to a Date, an ObjectId, an array or another value with a class of its own. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Whether an object is a set of operators such as `{$gt: 1}` and not a document to compare with. */
export function hasOperators(value: unknown): value is Record<string, unknown> {
  if (!isPlainObject(value)) return false;
  for (const name in value) return name.charCodeAt(0) === 36;
  return false;
}
