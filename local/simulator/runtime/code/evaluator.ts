/** Global names that a phone's runtime has as well; every other property of the window is hidden from app code. */
const allowed = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error
  AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError JSON Math ArrayBuffer Uint8Array
  Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array Uint8ClampedArray BigUint64Array
  BigInt64Array DataView Map BigInt Set WeakMap WeakSet WeakRef Proxy Reflect FinalizationRegistry decodeURI
  decodeURIComponent encodeURI encodeURIComponent escape unescape eval isFinite isNaN console setTimeout clearTimeout
  setInterval clearInterval`.split(/\s+/),
);

/** Names that cannot be parameters, or that mean something else inside a function. */
const reserved = new Set(['arguments', 'eval', 'this']);

/** Turns the text of one module into its value, e.g. a function. */
export type Evaluate = (code: string) => unknown;

/**
 * An evaluator whose code sees a phone's globals only. In a browser `document`, `fetch`, `localStorage`, `Intl` or
 * `crypto.subtle` would work, and then fail on the phone.
 */
export function createEvaluator(): Evaluate {
  const hidden = hiddenNames();
  const make = new Function(...hidden, 'return function (code) { return eval(code); };');
  return make() as Evaluate;
}

export function hiddenNames(): string[] {
  const names = new Set<string>(['globalThis', 'self', 'window']);
  for (let one: object | null = window; one !== null; one = Object.getPrototypeOf(one) as object | null)
    for (const name of Object.getOwnPropertyNames(one)) names.add(name);
  return [...names].filter(
    name => /^[A-Za-z_$][\w$]*$/.test(name) && !allowed.has(name) && !reserved.has(name),
  );
}
