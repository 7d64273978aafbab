import { GENESIS, linkHash } from '../../../miniprogram/proof';
import { type Platform, positionAt, type Transaction } from '../../platform';
import { beijingDay } from '../../platform/beijing-time';
import type { AuditEvent } from './audit-event';
import { chainOf } from './chain-of';
import { maskPersonal, maskText } from './rules';
import { type AuditChain, type AuditEntry, auditChains, auditEntries } from './store';

/** Keys are parts of cursors, which are at most 200 characters long. */
const LONGEST_KEY = 180;

/**
 * Writes an entry at the end of its actor's chain, in the transaction of what it tells of: neither is there without the
 * other. Three database calls. Two transactions of one actor at once conflict, and the later one is tried again.
 * Throws `DatabaseError` of kind `duplicate` when the key has been used, or when two at once begin a chain.
 */
export async function recordAudit(
  transaction: Transaction,
  platform: Platform,
  event: AuditEvent,
): Promise<void> {
  if (event.key.length > LONGEST_KEY) throw new RangeError(`the key ${event.key} is too long`);
  const account = chainOf(event.actorId);
  const chain = await transaction.get(auditChains, account);
  const entry = entryAfter(chain ?? { ...GENESIS, _id: account, updatedAtMs: 0 }, platform.nowMs(), event);
  await transaction.add(auditEntries, entry);
  const end = { seq: entry.seq, head: entry.chain[0]!.hash, updatedAtMs: entry.atMs };
  if (chain === null) await transaction.add(auditChains, { _id: account, ...end });
  else await transaction.update(auditChains, account, end);
}

function entryAfter(chain: AuditChain, nowMs: number, event: AuditEvent): AuditEntry {
  const { _id: account, head: previousHash } = chain;
  const seq = chain.seq + 1;
  const atMs = Math.max(nowMs, chain.updatedAtMs);
  const place = { _id: event.key, account, seq, timeline: positionAt(atMs, event.key), atMs };
  const entry = { ...place, day: beijingDay(atMs), ...deedOf(event) };
  return {
    ...entry,
    chain: [{ account, seq, previousHash, hash: linkHash({ account, seq, previousHash, entry }) }],
  };
}

function deedOf(event: AuditEvent) {
  const { actorId, action, permission, result } = event;
  return {
    actorId,
    roles: [...event.roles],
    action,
    permission,
    target: event.target === null ? null : maskText(event.target),
    before: maskPersonal(event.before ?? null),
    after: maskPersonal(event.after ?? null),
    reason: event.reason == null ? null : maskText(event.reason),
    requestId: event.requestId ?? null,
    result,
    code: event.code ?? null,
    flags: [...(event.flags ?? [])],
  };
}
