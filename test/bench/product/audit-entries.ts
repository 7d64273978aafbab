import type { AuditEntry } from '../../../cloudfunctions/domain/audit/store';
import { positionAt } from '../../../cloudfunctions/platform/positions';

/** A team of this size, at some 40 kinds of deeds, on this many things. */
export const ACTORS = 200;
const ACTIONS = 40;
const TARGETS = 5_000;
const FIRST_AT_MS = Date.parse('2024-01-01T00:00:00+08:00');
/** A million deeds so far apart fill some three years, the least that entries are kept. */
const APART_MS = 90_000;
/** The numbers of action and target run apart from the actor's, so that all combinations occur. */
const SPREAD = 7_919;

export const actorOf = (number: number): string => `bench-actor-${number % ACTORS}`;
export const actionOf = (number: number): string => `bench.action-${(number * SPREAD) % ACTIONS}`;
export const targetOf = (number: number): string => `staff:${Math.floor(number / 3) % TARGETS}`;
export const atMsOf = (number: number): number => FIRST_AT_MS + number * APART_MS;

/** One entry as it is stored, of the usual length; its hashes are only as long as real ones. */
export function entryOf(number: number): AuditEntry {
  const [actorId, atMs, _id] = [actorOf(number), atMsOf(number), `bench:${String(number).padStart(26, '0')}`];
  const [account, seq] = [`staff:${actorId}`, Math.floor(number / ACTORS) + 1];
  const hash = String(number).padStart(64, '0');
  return {
    _id,
    account,
    seq,
    timeline: positionAt(atMs, _id),
    atMs,
    day: new Date(atMs).toISOString().slice(0, 10),
    actorId,
    roles: ['account-admin'],
    action: actionOf(number),
    permission: 'staff.suspend',
    target: targetOf(number),
    before: { state: 'active' },
    after: { state: 'disabled' },
    reason: '长期未使用',
    requestId: `request-${number}`,
    result: 'done',
    code: null,
    flags: [],
    chain: [{ account, seq, previousHash: hash, hash }],
  };
}
