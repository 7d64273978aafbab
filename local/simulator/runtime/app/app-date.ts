/** `Date` for app code: the endpoint's time, which the panel may have moved. */
export function dateFollowing(nowMs: () => number): DateConstructor {
  return new Proxy(Date, {
    construct: (target, values: [], newTarget) =>
      Reflect.construct(target, values.length === 0 ? [nowMs()] : values, newTarget) as Date,
    apply: () => new Date(nowMs()).toString(),
    get: (target, name) => (name === 'now' ? nowMs : Reflect.get(target, name)),
  });
}
