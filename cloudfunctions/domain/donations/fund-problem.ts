import type { Fund, Organisation } from './fund';

const FUND_ID = /^[a-z0-9-]{1,40}$/;
/** Letters that look like digits, I, O, S, V and Z, are not used. */
const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
/** What an example has to say in its name, where nobody can overlook it. */
const EXAMPLE = '示例';
const LONGEST_NAME = 20;

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

function problemOfOrganisation({ name, creditCode, agreement }: Organisation): string | null {
  if (!isText(name)) return 'organisation.name is missing';
  if (!isText(creditCode) || !CREDIT_CODE.test(creditCode)) return 'organisation.creditCode is no such code';
  return isText(agreement) ? null : 'organisation.agreement is missing';
}

/**
 * What is wrong with a fund, or null. People add funds in a console that knows no types, and a fund promises something to
 * riders: one that names no organisation must not look like one that does.
 */
export function fundProblem(fund: Fund): string | null {
  const { _id, name, kind, purpose, organisation, place } = fund;
  if (!FUND_ID.test(_id)) return '_id has to consist of lower-case letters, digits and dashes';
  if (!isText(name) || name.length > LONGEST_NAME) return `name is missing or longer than ${LONGEST_NAME}`;
  if (kind !== 'planting' && kind !== 'transit') return 'kind is neither planting nor transit';
  if (!isText(purpose)) return 'purpose is missing';
  if (!Number.isSafeInteger(place)) return 'place is not a whole number';
  if (organisation) return problemOfOrganisation(organisation);
  return name.includes(EXAMPLE) ? null : `without an organisation it has to be named as ${EXAMPLE}`;
}
