import { isDatabaseError, type Platform } from '../../platform';
import type { AuditEvent } from './audit-event';
import { recordAudit } from './record-audit';
import { auditEntries } from './store';

/** Tries in all, when somebody else began the same chain at the same moment. */
const TRIES = 3;

/**
 * Writes an entry in a transaction of its own: what was denied has no effect that it could share one with. A key that
 * is there already is a repetition, and left as it is. Five database calls. Throws `DatabaseError` of kind `conflict` when
 * very many of one chain come at once: callers limit their rate, and do not let a caller's answer depend on it.
 */
export async function recordDenial(platform: Platform, event: AuditEvent): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await platform.database.transact(transaction => recordAudit(transaction, platform, event));
    } catch (error) {
      if (!isDatabaseError(error, 'duplicate')) throw error;
      if ((await platform.database.get(auditEntries, event.key)) !== null) return;
      if (tried === TRIES) throw error;
    }
  }
}
