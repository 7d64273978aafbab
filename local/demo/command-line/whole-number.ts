import { UsageError } from './usage-error';

export interface NumberFlag {
  /** As it is typed, `--port`. */
  flag: string;
  least: number;
  most: number;
  usage: string;
}

/** @throws UsageError for a text that is no whole number within the bounds */
export function wholeNumber(text: string, { flag, least, most, usage }: NumberFlag): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new UsageError(`${flag} ${text} 应为 ${least}–${most} 的整数\n用法：${usage}`);
}
