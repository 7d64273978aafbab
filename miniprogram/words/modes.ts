/** Every way of travel that a factor may exist for, as staff and riders call it, in the order in which it is listed. */
export const modeNames = {
  metro: '地铁',
  bus: '公交',
  'shared-bike': '共享单车',
  'shared-e-bike': '共享电单车',
  nev: '新能源车',
  carpool: '合乘',
} as const;

const names: Readonly<Record<string, string>> = modeNames;

/** A way that is not known here is called as its factors call it: a phone may be older than the server. */
export const modeName = (mode: string): string => names[mode] ?? mode;
