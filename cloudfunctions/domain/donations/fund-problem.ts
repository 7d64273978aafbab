import type { Fund, Organisation } from './fund';

const FUND_ID = /^[a-z0-9-]{1,40}$/;
/** Letters that look like digits, I, O, S, V and Z, are not used. */
const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
/** What an example has to say in its name, where nobody can overlook it. */
const EXAMPLE = '示例';
const LONGEST_NAME = 20;

/** Which field, and why, in words for who can mend it. */
export interface FundProblem {
  field: string;
  reason: string;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

function problemOfOrganisation({ name, creditCode, agreement }: Organisation): FundProblem | null {
  if (!isText(name)) return { field: 'organisation.name', reason: '缺少机构名称' };
  if (!isText(creditCode) || !CREDIT_CODE.test(creditCode))
    return { field: 'organisation.creditCode', reason: '统一社会信用代码不正确' };
  return isText(agreement) ? null : { field: 'organisation.agreement', reason: '缺少协议' };
}

/**
 * What is wrong with a fund, or null. A document may also have been written by hand, and a fund promises something to
 * riders: one that names no organisation must not look like one that does.
 */
export function fundProblem(fund: Fund): FundProblem | null {
  const { _id, name, kind, purpose, organisation, place } = fund;
  if (!FUND_ID.test(_id)) return { field: '_id', reason: '编号应为小写字母、数字和连字符' };
  if (!isText(name) || name.length > LONGEST_NAME)
    return { field: 'name', reason: `缺少名称，或超过 ${LONGEST_NAME} 字` };
  if (kind !== 'planting' && kind !== 'transit') return { field: 'kind', reason: '类别不正确' };
  if (!isText(purpose)) return { field: 'purpose', reason: '缺少用途说明' };
  if (!Number.isSafeInteger(place)) return { field: 'place', reason: '排序应为整数' };
  if (organisation) return problemOfOrganisation(organisation);
  return name.includes(EXAMPLE)
    ? null
    : { field: 'name', reason: `没有签约机构的项目，名称里要写明“${EXAMPLE}”` };
}
