import * as z from 'zod';
import { Refusal } from '../../../../cloudfunctions/contract/errors';
import type { Permission } from '../../../../cloudfunctions/contract/permissions';
import {
  type Acting,
  type ApprovalDesk,
  type ApprovalKind,
  type ClaimRequest,
  type Holders,
  type Reminder,
  registryOf,
} from '../../../../cloudfunctions/domain/approvals';
import { collectionOf, type Platform, type Transaction } from '../../../../cloudfunctions/platform';

/** Who holds what; `uses` is written by each claim, so that a removal at the same moment conflicts with it. */
export interface Team {
  _id: 'team';
  grants: Record<string, Permission[]>;
  uses: number;
}
/** What effects change, one for each target. */
export interface Thing {
  _id: string;
  version: number;
  values: number[];
}
// Collections that every endpoint has, and whose own documents are not in the way.
export const teams = collectionOf<Team>('job_runs');
export const things = collectionOf<Thing>('rate_windows');

export interface Change {
  thing: string;
  value: number;
  about: string | null;
  /** The effect refuses itself after it has written. */
  refuse?: boolean | undefined;
}

const HOUR_MS = 3_600_000;
export const DECIDE_WITHIN_MS = 8 * HOUR_MS;

/** One step for a value below 100, else two by different permissions. */
export const stepsOf = ({ value }: Pick<Change, 'value'>): Permission[] =>
  value < 100 ? ['roles.approve'] : ['roles.approve', 'staff.approve'];

/** Ends that the kind was told of, latest last. */
export const endings: string[] = [];

export const changeKind: ApprovalKind<Change> = {
  kind: 'test.change',
  shape: z.strictObject({
    thing: z.string(),
    value: z.int(),
    about: z.string().nullable(),
    refuse: z.boolean().optional(),
  }),
  title: ({ thing }) => `修改 ${thing}`,
  steps: change =>
    stepsOf(change).map((permission, index) => ({ label: `第 ${index + 1} 步`, permission, personId: null })),
  decideWithinMs: DECIDE_WITHIN_MS,
  target: ({ thing }) => thing,
  concerns: ({ about }) => (about === null ? [] : [about]),
  base: async (reader, { thing }) => String((await reader.get(things, thing))?.version ?? 0),
  effect: async (transaction, _platform, { thing, value, refuse }) => {
    const before = await transaction.get(things, thing);
    const after = { version: (before?.version ?? 0) + 1, values: [...(before?.values ?? []), value] };
    if (before) await transaction.update(things, thing, after);
    else await transaction.add(things, { _id: thing, ...after });
    if (refuse) throw new Refusal('NOT_HELD', { reason: '做不到' });
    return { target: `thing:${thing}`, before: before?.values ?? null, after: after.values };
  },
  ended: async (_transaction, _platform, { thing }, state) => void endings.push(`${thing} ${state}`),
  reopened: async (_transaction, _platform, { thing }) => void endings.push(`${thing} reopened`),
};

export const holdersOf = ({ grants }: Pick<Team, 'grants'>): Holders => {
  const holders: Partial<Record<Permission, string[]>> = {};
  for (const [person, held] of Object.entries(grants))
    for (const permission of held) holders[permission] = [...(holders[permission] ?? []), person];
  return holders;
};

async function claim(transaction: Transaction, request: ClaimRequest) {
  const team = (await transaction.get(teams, 'team'))!;
  await transaction.update(teams, 'team', { uses: team.uses + 1 });
  const holders = holdersOf(team);
  const isHolder = (person: string) => holders[request.permission]?.includes(person) ?? false;
  if (!holders['desk.use']?.includes(request.personId)) throw new Refusal('STAFF_RESTING');
  if (isHolder(request.personId)) return { outsidePermission: false, elevated: false };
  const free = (permission: Permission | null) =>
    ((permission && holders[permission]) ?? []).filter(id => !request.alreadyInvolved.includes(id));
  const instead = free(request.orElse);
  if (free(request.permission).length > 0) throw new Refusal('FORBIDDEN');
  if (instead.length > 0 && !instead.includes(request.personId)) throw new Refusal('FORBIDDEN');
  return { outsidePermission: true, elevated: false };
}

export const told: (Reminder & { personId: string })[] = [];

export const desk: ApprovalDesk = {
  kinds: registryOf([changeKind]),
  deciders: { claim },
  holders: async (platform: Platform) => holdersOf((await platform.database.get(teams, 'team'))!),
  tell: async (_transaction, _platform, personId, reminder) => void told.push({ personId, ...reminder }),
};

const deeds = { count: 0 };

function newKey(personId: string): string {
  deeds.count += 1;
  return `deed:${personId}:${deeds.count}`;
}

/** Somebody with a key of his own for the deed. */
export const actingAs = (personId: string, grants: Team['grants'], auditKey?: string): Acting => ({
  personId,
  holders: holdersOf({ grants }),
  readsAll: false,
  roles: ['tester'],
  auditKey: auditKey ?? newKey(personId),
  requestId: null,
});
