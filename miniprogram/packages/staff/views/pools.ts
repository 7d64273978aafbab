import { thousands } from '../../../views/amounts';
import { momentText } from '../../../views/beijing-time';
import type { Pool, PoolList, RetirementRequest } from '../services/pools';
import { type FieldProblems, reasonProblem } from './staff-failure';

export interface PoolView {
  origin: string;
  name: string;
  /** `1,204 克`, what is still in it. */
  amount: string;
  note: string;
  /** Grams that can be retired, and the number of the first of them. */
  rest: number;
  first: number;
  pendingApprovalId: string;
  label: string;
}

const vintageText = (vintage: string): string => {
  const [year, month] = vintage.split('-').map(Number);
  return `${year}年${month}月出行`;
};

export function viewPool({ origin, setName, vintage, issued, left, pendingApprovalId }: Pool): PoolView {
  const name = `${setName} · ${vintageText(vintage)}`;
  const amount = `${thousands(issued - left)} 克`;
  const note = `编号发到第 ${thousands(issued)} 号，已离开 ${thousands(left)} 克`;
  return {
    origin,
    name,
    amount,
    note,
    rest: issued - left,
    first: left + 1,
    pendingApprovalId: pendingApprovalId ?? '',
    label: [name, `还有 ${amount}`, note, pendingApprovalId === null ? '' : '有一次注销在审批']
      .filter(Boolean)
      .join('，'),
  };
}

export interface RetiredView {
  entryKey: string;
  beneficiary: string;
  amount: string;
  purpose: string;
  numbers: string;
  label: string;
}

const rangeText = (from: number, to: number): string =>
  from === to ? `第 ${thousands(from)} 号` : `第 ${thousands(from)}–${thousands(to)} 号`;

export function viewRetired(
  { entryKey, origin, from, to, amount, beneficiary, purpose, atMs }: PoolList['retired'][number],
  nowMs: number,
): RetiredView {
  const view = {
    entryKey,
    beneficiary: beneficiary ?? '未写明受益方',
    amount: `${thousands(amount)} 克`,
    purpose: purpose ?? '',
    numbers: `${origin} ${rangeText(from, to)} · ${momentText(atMs, nowMs)}`,
  };
  const label = [view.beneficiary, view.purpose, view.amount, view.numbers].filter(Boolean).join('，');
  return { ...view, label };
}

/** What a retirement is asked for with, as it is typed. */
export interface RetirementForm {
  amount: string;
  beneficiary: string;
  purpose: string;
  reason: string;
}

export const emptyRetirement: RetirementForm = { amount: '', beneficiary: '', purpose: '', reason: '' };

const LONGEST = { beneficiary: 40, purpose: 60 } as const;
const names = { beneficiary: '受益方', purpose: '用途' } as const;

/** What is wrong with the number of grams; empty when so many can be retired. */
function gramsProblem(typed: string, rest: number): string {
  const text = typed.trim();
  if (!/^\d+$/.test(text) || Number(text) < 1) return '请填写 1 以上的整数';
  return Number(text) > rest ? `碳池里还有 ${thousands(rest)} 克` : '';
}

/** The contract's rules for what everybody will read, said before anything is sent. */
function publicProblem(field: 'beneficiary' | 'purpose', typed: string): string {
  const { length } = typed.trim();
  if (length < 2) return `请写明${names[field]}（至少 2 个字）`;
  if (length > LONGEST[field]) return `${names[field]}不超过 ${LONGEST[field]} 字`;
  return /\d{11}/.test(typed) ? '公开的文字里不能有手机号、证件号等长号码' : '';
}

export function retirementProblems(form: RetirementForm, rest: number): FieldProblems {
  const problems = {
    amount: gramsProblem(form.amount, rest),
    beneficiary: publicProblem('beneficiary', form.beneficiary),
    purpose: publicProblem('purpose', form.purpose),
    reason: reasonProblem(form.reason),
  };
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== ''));
}

export const retirementOf = (form: RetirementForm): Omit<RetirementRequest, 'origin'> => ({
  amount: Number(form.amount.trim()),
  beneficiary: form.beneficiary.trim(),
  purpose: form.purpose.trim(),
  reason: form.reason.trim(),
});

/** Which numbers would go, once an amount is typed that can be; else which come next. */
export const numbersText = (typed: string, first: number, rest: number): string =>
  gramsProblem(typed, rest) === ''
    ? `将注销${rangeText(first, first + Number(typed.trim()) - 1)}。`
    : `从第 ${thousands(first)} 号起，还有 ${thousands(rest)} 克。`;
