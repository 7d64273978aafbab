import { thousands } from '../../../views/amounts';
import { monthText } from '../../../views/beijing-time';
import { entryReasons } from '../../../words/entry-reasons';
import { modeNames } from '../../../words/modes';
import type { Question } from '../services/statement';
import { writtenDate } from './written-date';

/** What is asked for, as the page's fields have it; empty where nothing is. */
export interface Form {
  text: string;
  /** `2026-11` */
  month: string;
  /** Places in `directions` and `sizes`. */
  direction: number;
  size: number;
}

export const emptyForm: Form = { text: '', month: '', direction: 0, size: 0 };

export const directions = [
  { name: '收支不限', value: undefined },
  { name: '只看收入', value: 'in' },
  { name: '只看支出', value: 'out' },
] as const;

export const sizes: readonly { name: string; value: number | undefined }[] = [
  { name: '数额不限', value: undefined },
  ...[100, 500, 1_000, 5_000].map(value => ({ name: `${thousands(value)} 以上`, value })),
];

/** As people write it: `1,282`, `+1282`, `−41`. */
const AMOUNT = /^[+＋\-−－]?\d[\d,，]{0,9}$/;

const keysNamed = (names: Readonly<Record<string, string>>, text: string): string[] =>
  Object.keys(names).filter(key => names[key]!.includes(text));

const takenBack = [
  'trip-reversed',
  'entry-reversed',
  'claimed-elsewhere',
  'plan-undone',
  'donation-taken-back',
];

/** What people call an entry by, and the statement's filter does, that is not in its own name. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  撤回: takenBack,
  撤销: takenBack,
  兑换: ['benefit-given', 'benefit-refused'],
};

const reasonsNamed = (text: string): string[] => [
  ...new Set([...keysNamed(entryReasons, text), ...(otherNames[text] ?? [])]),
];

/** A number is an amount, and a date a date; anything else a station, a reason or a way of travel, whichever there is. */
function wordsOf(text: string, today: string): NonNullable<Question['anyOf']> {
  const when = writtenDate(text, today);
  if (when !== null) return { when };
  if (AMOUNT.test(text)) return { amount: Number(text.replace(/\D/g, '')) };
  const [reasons, modes] = [reasonsNamed(text), keysNamed(modeNames, text)];
  return {
    station: text,
    ...(reasons.length > 0 && { reasons }),
    ...(modes.length > 0 && { modes }),
  };
}

/** Null when nothing is asked for. Dates without a year are seen from `today`, a Beijing day. */
export function questionOf({ text, month, direction, size }: Form, today: string): Question | null {
  const words = text.trim();
  const [way, least] = [directions[direction]?.value, sizes[size]?.value];
  const question = {
    ...(words !== '' && { anyOf: wordsOf(words, today) }),
    ...(month !== '' && { month }),
    ...(way !== undefined && { direction: way }),
    ...(least !== undefined && { leastAmount: least }),
  };
  return Object.keys(question).length === 0 ? null : question;
}

/** What the three choices say at the moment. */
export const viewChoices = ({ month, direction, size }: Form, today: string) => ({
  month: month === '' ? '全部月份' : monthText(month, today),
  direction: directions[direction]!.name,
  size: sizes[size]!.name,
});
