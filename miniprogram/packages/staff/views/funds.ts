import type { Fund, FundChange } from '../services/funds';
import { type FieldProblems, reasonProblem } from './staff-failure';

type Kind = Fund['kind'];

export const fundKinds: readonly { kind: Kind; heading: string }[] = [
  { kind: 'planting', heading: '植树' },
  { kind: 'transit', heading: '公交出行' },
];

const kindName = (kind: Kind): string => fundKinds.find(one => one.kind === kind)?.heading ?? kind;

export interface FundView {
  fundId: string;
  name: string;
  state: string;
  tone: 'green' | 'amber' | 'quiet';
  detail: string;
  receiver: string;
  /** Why riders do not see it although it is open; empty when they do. */
  problem: string;
  pendingApprovalId: string;
  label: string;
}

export function viewFund(fund: Fund): FundView {
  const { fundId, name, kind, isOpen, place, organisation, problem, pendingApprovalId } = fund;
  const state = !isOpen ? '已关闭' : problem === null ? '开放' : '有误，会员看不到';
  const detail = `${kindName(kind)} · 排第 ${place}`;
  const receiver = organisation === null ? '示例，没有签约机构' : organisation.name;
  return {
    fundId,
    name,
    state,
    tone: !isOpen ? 'quiet' : problem === null ? 'green' : 'amber',
    detail,
    receiver,
    problem: problem ?? '',
    pendingApprovalId: pendingApprovalId ?? '',
    label: [name, state, detail, receiver, problem ?? '', pendingApprovalId ? '有一项变更在审批' : '']
      .filter(Boolean)
      .join('，'),
  };
}

/** A fund as it is typed: whether there is an organisation is a choice, and what was typed of one stays. */
export interface FundForm {
  fundId: string;
  name: string;
  kind: Kind;
  purpose: string;
  hasOrganisation: boolean;
  organisationName: string;
  creditCode: string;
  agreement: string;
  isOpen: boolean;
  place: string;
  reason: string;
}

/** @param fund null for a new one, which comes at the end of `count` others */
export const formOfFund = (fund: Fund | null, count: number): FundForm => ({
  fundId: fund?.fundId ?? '',
  name: fund?.name ?? '',
  kind: fund?.kind ?? 'planting',
  purpose: fund?.purpose ?? '',
  hasOrganisation: fund === null || fund.organisation !== null,
  organisationName: fund?.organisation?.name ?? '',
  creditCode: fund?.organisation?.creditCode ?? '',
  agreement: fund?.organisation?.agreement ?? '',
  isOpen: fund?.isOpen ?? true,
  place: String(fund?.place ?? count + 1),
  reason: '',
});

export const changeOfFund = (form: FundForm): FundChange => ({
  fundId: form.fundId.trim(),
  name: form.name.trim(),
  kind: form.kind,
  purpose: form.purpose.trim(),
  organisation: form.hasOrganisation
    ? {
        name: form.organisationName.trim(),
        creditCode: form.creditCode.trim().toUpperCase(),
        agreement: form.agreement.trim(),
      }
    : null,
  isOpen: form.isOpen,
  place: Number(form.place.trim()),
  reason: form.reason.trim(),
});

function lengthProblem(typed: string, longest: number): string {
  const { length } = typed.trim();
  return length < 2 || length > longest ? `2–${longest} 个字` : '';
}

/** What is wrong with the form, by field; the contract's rules, said before anything is sent. */
export function fundProblems(form: FundForm): FieldProblems {
  const { organisation, place, ...change } = changeOfFund(form);
  const problems: Record<string, string> = {
    fundId: /^[a-z][a-z0-9-]{1,39}$/.test(change.fundId) ? '' : '2–40 位小写字母、数字或连字符，字母开头',
    name: lengthProblem(form.name, 20),
    purpose: lengthProblem(form.purpose, 100),
    place: Number.isInteger(place) && place >= 1 && place <= 99 ? '' : '应在 1 和 99 之间',
    reason: reasonProblem(form.reason),
  };
  if (organisation) {
    problems.organisationName = lengthProblem(organisation.name, 40);
    problems.creditCode = /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(organisation.creditCode)
      ? ''
      : '统一社会信用代码是 18 位数字和大写字母';
    problems.agreement = lengthProblem(organisation.agreement, 40);
  } else if (problems.name === '' && !form.name.includes('示例')) {
    problems.name = '没有签约机构的项目，名称里要写明“示例”';
  }
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== ''));
}
