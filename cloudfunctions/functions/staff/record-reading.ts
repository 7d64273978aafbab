import { recordAudit } from '../../domain/audit';
import { isDatabaseError } from '../../platform';
import { auditEventOf, type Deed } from './deed';

/** Tries in all, when two first entries of one member are written at the same moment. */
const TRIES = 3;

/** Writes down that somebody has looked, before he gets to see it. Five database calls. */
export async function recordReading(deed: Deed, target: string | null): Promise<void> {
  const { platform, call } = deed;
  const event = auditEventOf(deed);
  for (let tried = 1; ; tried += 1) {
    try {
      return await platform.database.transact(transaction =>
        recordAudit(transaction, platform, {
          ...event,
          target: target ?? event.target,
          after: call.input,
          result: 'done',
        }),
      );
    } catch (error) {
      if (!isDatabaseError(error, 'duplicate') || tried === TRIES) throw error;
    }
  }
}
