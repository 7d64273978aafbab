import type { Permission } from '../../contract/permissions';
import type { Platform, Transaction } from '../../platform';
import type { ApprovalKind } from './kind';

/** Who holds a permission now: ids of active members. */
export type Holders = Readonly<Partial<Record<Permission, readonly string[]>>>;

/** Who wants to decide a step, and what it asks for. */
export interface ClaimRequest {
  personId: string;
  permission: Permission;
  /** What an escalated step asked for before: while nobody is above, its holders come before everybody else. */
  orElse: Permission | null;
  alreadyInvolved: readonly string[];
  nowMs: number;
}

/** Whether somebody may decide, as the truth of the transaction says; the team's domain implements it. */
export interface Deciders {
  /**
   * Throws `FORBIDDEN`, `STAFF_RESTING` or whatever else stands against this person deciding now. It reads the member
   * inside the transaction and writes what it read, so that a removal at the same moment cannot slip by.
   * `outsidePermission`: the person does not hold the permission, and nobody besides those involved already does.
   * `elevated`: he holds it for some hours only.
   */
  claim(
    transaction: Transaction,
    request: ClaimRequest,
  ): Promise<{ outsidePermission: boolean; elevated: boolean }>;
}

export interface Reminder {
  kind: 'decide-soon' | 'decided' | 'escalated' | 'expired';
  title: string;
  approvalId: string;
}

/** What the engine needs of the world: the kinds that there are, and the team. `functions/` put it together. */
export interface ApprovalDesk {
  kinds: ReadonlyMap<string, ApprovalKind<unknown>>;
  deciders: Deciders;
  /** A look at the team outside of a transaction, to know whom to tell. */
  holders(platform: Platform): Promise<Holders>;
  /** Leaves a person a notice; ids of people who are no staff are passed over. */
  tell(transaction: Transaction, platform: Platform, personId: string, reminder: Reminder): Promise<void>;
}

/** Who looks: what he sees and which buttons he gets. What he may really do is asked again in the transaction. */
export interface Viewer {
  personId: string;
  holders: Holders;
  /** Holds `approvals.read`. */
  readsAll: boolean;
}

/** Who acts: the engine writes the audit entry of the deed itself. */
export interface Acting extends Viewer {
  roles: readonly string[];
  /** `<procedure>:<staffId>:<requestId>`: the key of the audit entry. */
  auditKey: string;
  requestId: string | null;
}

/** Kinds by their names. */
export const registryOf = (
  kinds: readonly ApprovalKind<unknown>[],
): ReadonlyMap<string, ApprovalKind<unknown>> => new Map(kinds.map(kind => [kind.kind, kind]));
