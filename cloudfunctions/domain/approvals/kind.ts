import type { Permission } from '../../contract/permissions';
import type { Platform, Transaction } from '../../platform';

/** What one decision of an approval asks for. */
export interface Step {
  /** In Chinese, such as 上级审批. */
  label: string;
  permission: Permission;
  /** Only this person may decide, a superior for instance; null for whoever holds the permission. */
  personId: string | null;
}

/** How an approval ended without its effect. */
export type Ending = 'denied' | 'expired' | 'withdrawn' | 'failed';

/** What an effect may know of its approval. */
export interface EffectContext {
  approvalId: string;
  requesterId: string;
  /** Who approved, in the order of the steps. */
  deciderIds: readonly string[];
  nowMs: number;
}

/**
 * What a domain registers to have something approved. Payloads are plain JSON: they are frozen by the hash of their
 * canonical text, and what runs is what was read.
 */
export interface ApprovalKind<Payload> {
  /** `parameters.change`; never renamed, open approvals carry it. */
  kind: string;
  /** A zod schema: it throws for what is no such payload. */
  shape: { parse(value: unknown): Payload };
  /** In Chinese, for lists. */
  title(payload: Payload): string;
  /** One or more; each is decided by somebody else. */
  steps(payload: Payload): readonly Step[];
  /** For each step. */
  decideWithinMs: number;
  /** There is one open approval at a time for one target, such as `parameters` or `staff:<id>:roles`. */
  target(payload: Payload): string;
  /** Whom it is about besides the requester: these may not decide either. */
  concerns(payload: Payload): readonly string[];
  /** The uid of the rider whom it is about: who is that rider in private life may not decide. */
  rider?(payload: Payload): string;
  /**
   * The state that the differences were shown against, frozen when asked for and compared in the effect's transaction:
   * `OVERTAKEN` when it has moved. The effect has to write what this reads, or two effects could both find it unmoved.
   */
  base(reader: Pick<Transaction, 'get'>, payload: Payload): Promise<string>;
  /**
   * In one transaction with the approval's state `done` and the audit entry, which gets what this answers. A `Refusal`
   * ends the approval as `failed` with its code, and nothing of the effect stays.
   */
  effect(
    transaction: Transaction,
    platform: Platform,
    payload: Payload,
    context: EffectContext,
  ): Promise<{ target: string; before: unknown; after: unknown }>;
  /** Told when it ends without its effect, in the same transaction. */
  ended?(transaction: Transaction, platform: Platform, payload: Payload, state: Ending): Promise<void>;
  /** Told when the requester's appeal opens a denied one again, in the same transaction. */
  reopened?(transaction: Transaction, platform: Platform, payload: Payload): Promise<void>;
}
