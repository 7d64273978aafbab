import type { Permission } from '../../contract/permissions';

/** A member of staff at work: who the audit names, by which right, in which request. */
export interface Actor {
  staffId: string;
  /** Ids of the roles held. */
  roles: readonly string[];
  /** What the procedure asks for; null for those that anyone may call. */
  permission: Permission | null;
  requestId: string | null;
  /** `elevated` when only a temporary elevation gives the permission. */
  flags: readonly string[];
}
