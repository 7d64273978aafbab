import { firstRoles, type Permission, permissions } from '../../../../cloudfunctions/contract/permissions';
import {
  type StaffProcedureName,
  staffProcedures,
} from '../../../../cloudfunctions/contract/staff/procedures';
import type { StaffProcedureContract } from '../../../../cloudfunctions/contract/staff/shapes';
import type { Platform } from '../../../../cloudfunctions/platform';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { inputs } from './inputs';
import { callAs, elevationOf, type NewPerson, outcomeOf, plantPerson } from './people';

type RoleId = keyof typeof firstRoles;

/** How the door has to answer: let in, or refuse with this code. */
type Expected =
  | 'in'
  | 'NOT_STAFF'
  | 'STAFF_RESTING'
  | 'ONE_TIME_CODE_NOT_SET'
  | 'FORBIDDEN'
  | 'CONFIRMATION_REQUIRED';

interface Row {
  name: string;
  /** Null for who is not staff. */
  person(product: Product): NewPerson | null;
  /** What the state of the person says before any permission is looked at; `in` when it says nothing. */
  door: Expected;
  may(permission: Permission): boolean;
  confirmed: boolean;
  riskyOnly?: true;
}

const holds = (role: RoleId) => (permission: Permission) =>
  (firstRoles[role].permissions as readonly Permission[]).includes(permission);
const nothing = () => false;
const usual = { door: 'in', confirmed: true } as const;
/** What a wrong frame would give away first. */
const MIGHTY: RoleId[] = ['director', 'account-admin', 'user-ops', 'auditor'];
const elevated: readonly Permission[] = ['audit.read', 'parameters.edit', 'staff.open'];

const roleRows = (Object.keys(firstRoles) as RoleId[]).flatMap((role): Row[] => [
  { ...usual, name: role, may: holds(role), person: () => ({ roleIds: [role] }) },
  {
    ...usual,
    name: `${role}, code not confirmed`,
    may: holds(role),
    confirmed: false,
    riskyOnly: true,
    person: () => ({ roleIds: [role], code: { confirmedUntilMs: null } }),
  },
]);

const stateRows: Row[] = [
  { name: 'outsider', door: 'NOT_STAFF', may: nothing, confirmed: false, person: () => null },
  { name: 'applicant', door: 'NOT_STAFF', may: nothing, confirmed: false, person: () => null },
  {
    name: 'no code yet',
    door: 'ONE_TIME_CODE_NOT_SET',
    may: nothing,
    confirmed: false,
    person: () => ({ roleIds: MIGHTY, code: null }),
  },
  {
    name: 'code begun, not activated',
    door: 'ONE_TIME_CODE_NOT_SET',
    may: nothing,
    confirmed: false,
    person: () => ({ roleIds: MIGHTY, code: { activatedAtMs: null } }),
  },
  ...(['disabled', 'on-leave', 'removed'] as const).map(
    (state): Row => ({
      name: state,
      door: state === 'removed' ? 'NOT_STAFF' : 'STAFF_RESTING',
      may: nothing,
      confirmed: false,
      person: () => ({ roleIds: MIGHTY, state }),
    }),
  ),
  {
    name: 'locked',
    door: 'in',
    may: holds('director'),
    confirmed: false,
    person: ({ platform }) => ({
      roleIds: ['director'],
      code: { failures: 5, lockedUntilMs: platform.nowMs() + 1_200_000, confirmedUntilMs: null },
    }),
  },
  {
    name: 'confirmation just over',
    door: 'in',
    may: holds('account-admin'),
    confirmed: false,
    person: ({ platform }) => ({ roleIds: ['account-admin'], code: { confirmedUntilMs: platform.nowMs() } }),
  },
  {
    ...usual,
    name: 'elevated',
    may: permission => holds('content')(permission) || elevated.includes(permission),
    person: ({ platform }) => ({ roleIds: ['content'], elevation: elevationOf(platform, elevated) }),
  },
  {
    ...usual,
    name: 'elevation ended',
    may: holds('content'),
    person: ({ platform }) => ({
      roleIds: ['content'],
      elevation: elevationOf(platform, elevated, { ended: true }),
    }),
  },
  { ...usual, name: 'a role that there is not', may: nothing, person: () => ({ roleIds: ['constructor'] }) },
  { ...usual, name: 'no role', may: nothing, person: () => ({ roleIds: [] }) },
];

const contracts = Object.entries(staffProcedures) as [StaffProcedureName, StaffProcedureContract][];
/** Whatever anybody may call is no matter of permissions. */
const guarded = contracts.flatMap(([name, { permission }]) =>
  permission === 'anyone' ? [] : [{ name, permission }],
);

/** Without a confirmed code only what is risky and held comes out differently. */
const asked = (row: Row) =>
  guarded.filter(
    ({ permission }) => !row.riskyOnly || (row.may(permission) && permissions[permission].risk === 'high'),
  );

function expectedFor(row: Row, permission: Permission): Expected {
  if (row.door !== 'in') return row.door;
  if (!row.may(permission)) return 'FORBIDDEN';
  return permissions[permission].risk === 'high' && !row.confirmed ? 'CONFIRMATION_REQUIRED' : 'in';
}

const refusals: readonly string[] = [
  'NOT_STAFF',
  'STAFF_RESTING',
  'ONE_TIME_CODE_NOT_SET',
  'FORBIDDEN',
  'CONFIRMATION_REQUIRED',
];
/** Somebody who was let in gets an answer or a refusal of the matter itself, never one that says that it is broken. */
const seenAs = (outcome: string): string =>
  refusals.includes(outcome) || ['INTERNAL', 'RATE_LIMITED', 'INVALID_INPUT at the door'].includes(outcome)
    ? outcome
    : 'in';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const rows = [...roleRows, ...stateRows];
/** People of different chains and documents do not wait for each other; the calls of one person follow each other. */
const AT_ONCE = 6;
const CALLS_TIMEOUT_MS = 300_000;
const seen = new Map<Row, Record<string, string>>();

beforeAll(async () => {
  // All are planted before the first call: each call reads the team that planting changes.
  const waiting: [Row, string][] = [];
  for (const row of rows) waiting.push([row, await openidOf(row)]);
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [row, openid] = next;
      seen.set(row, await outcomesOf(row, openid));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}, CALLS_TIMEOUT_MS);

async function openidOf(row: Row): Promise<string> {
  const person = row.person(product);
  return person ? (await plantPerson(product.platform, person)).openid : `o-${row.name}`;
}

async function outcomesOf(row: Row, openid: string): Promise<Record<string, string>> {
  const { platform } = product;
  const address = `198.51.100.${rows.indexOf(row)}`;
  const call = async (procedure: StaffProcedureName) =>
    callAs(platform, openid, { procedure, input: inputs[procedure], address });
  if (row.name === 'applicant') await apply(platform, openid, address);
  const outcomes: [string, string][] = [];
  for (const { name } of asked(row)) outcomes.push([name, seenAs(outcomeOf(await call(name)))]);
  return Object.fromEntries(outcomes);
}

async function apply(platform: Platform, openid: string, address: string): Promise<void> {
  const { staffId: superiorId } = await plantPerson(platform, { roleIds: ['director'] });
  const input = { ...inputs['desk.apply'], superiorId };
  expect(outcomeOf(await callAs(platform, openid, { procedure: 'desk.apply', input, address }))).toBe('ok');
}

test.each(rows)('$name: let in where the contract and the roles say so, and nowhere else', row => {
  const expected = asked(row).map(({ name, permission }) => [name, expectedFor(row, permission)] as const);
  expect(seen.get(row)).toEqual(Object.fromEntries(expected));
});

test('every permission guards a procedure or a step of an approval', () => {
  const named = new Set<string>(guarded.map(({ permission }) => permission));
  const ofSteps = Object.keys(permissions).filter(name => !named.has(name));
  expect(ofSteps.sort()).toEqual([
    'applications.network',
    'applications.office',
    'approvals.overrule',
    'approvals.read',
    'books.approve',
    'factors.approve',
    'funds.approve',
    'parameters.approve',
    'partners.approve',
    'roles.approve',
    'staff.approve',
  ]);
});
