import type { ChainLink } from '../../../miniprogram/proof';
import { collectionOf } from '../../platform';

/** One deed or one denial, written once. Every field but `chain` is covered by the link's hash. */
export interface AuditEntry {
  _id: string;
  /** The chain it stands in, and its number there: 1, 2, 3 … without a hole. */
  account: string;
  seq: number;
  /** `<atMs, 15 digits>-<_id>`: sorts like the time and is never equal, so that pages neither skip nor repeat. */
  timeline: string;
  /** Never earlier than the chain's entry before. */
  atMs: number;
  /** Beijing day of `atMs`. */
  day: string;
  actorId: string;
  roles: string[];
  action: string;
  permission: string | null;
  target: string | null;
  /** Personal data and secrets are masked in all that people wrote or that was changed. */
  before: unknown;
  after: unknown;
  reason: string | null;
  requestId: string | null;
  result: 'done' | 'denied';
  code: string | null;
  flags: string[];
  chain: ChainLink[];
}

/** The end of a chain. An entry cut off at the end shows here, and the head shows against a seal made elsewhere. */
export interface AuditChain {
  /** The chain's name, `account` in its entries. */
  _id: string;
  seq: number;
  head: string;
  updatedAtMs: number;
}

export const auditEntries = collectionOf<AuditEntry>('audit_entries');
export const auditChains = collectionOf<AuditChain>('audit_chains');
