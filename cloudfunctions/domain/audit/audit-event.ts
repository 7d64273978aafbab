import type { ErrorCode } from '../../contract/errors';
import type { Permission } from '../../contract/permissions';

/** What a use case says of what was done or denied; everything else of an entry follows. */
export interface AuditEvent {
  /** The entry's id: `<procedure>:<staffId>:<requestId>`, or a random one. A second entry of one key is refused. */
  key: string;
  /** A staff id, `applicant:<…>`, `outsider:<digest>` (see `outsiderId`) or `system`. */
  actorId: string;
  roles: readonly string[];
  /** The procedure, or an approval's kind. */
  action: string;
  /** The permission that it was done by, or that was missing. */
  permission: Permission | null;
  /** `staff:<id>`, `parameters:7`, `rider:<uid>` and the like. */
  target: string | null;
  /** What was and what is now, as plain values; masked here, so that callers need not. */
  before?: unknown;
  after?: unknown;
  reason?: string | null;
  requestId?: string | null;
  result: 'done' | 'denied';
  code?: ErrorCode | null;
  flags?: readonly string[];
}

/** Deeds of timers, and effects of approvals. */
export const SYSTEM = 'system';
