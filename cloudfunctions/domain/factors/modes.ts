import type { Mode } from './factor-set';

/** Every way of travel that a factor may exist for, as staff and riders call it, in the order in which it is listed. */
export const modeLabels: Readonly<Record<Mode, string>> = {
  metro: '地铁',
  bus: '公交',
  'shared-bike': '共享单车',
  'shared-e-bike': '共享电单车',
  nev: '新能源车',
  carpool: '合乘',
};

export const modes = Object.keys(modeLabels) as readonly Mode[];

export const isMode = (text: string): text is Mode => Object.hasOwn(modeLabels, text);
