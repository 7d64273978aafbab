import type { Platform, Transaction } from '../../../platform';
import { firstPartner, firstPartnerId, firstSecrets } from '../first-partner';
import { seal } from '../secrets';
import { type PartnerDocument, partners } from '../store';

export interface PartnerForChange {
  document: PartnerDocument;
  /** Whether it is stored already; the environment's partner gets his document at his first change. */
  stored: boolean;
}

function documentOfFirst(platform: Platform, nowMs: number): PartnerDocument {
  const first = firstPartner(platform);
  const secrets = firstSecrets(platform).map(secret => ({
    ...seal(platform, first._id, secret),
    sinceMs: nowMs,
    endsAtMs: null,
  }));
  return { ...first, secrets, newSecret: null };
}

/** The partner as an effect changes him; null for one that is nowhere set up. One database call. */
export async function readForChange(
  transaction: Pick<Transaction, 'get'>,
  platform: Platform,
  partnerId: string,
): Promise<PartnerForChange | null> {
  const document = await transaction.get(partners, partnerId);
  if (document) return { document, stored: true };
  if (partnerId !== firstPartnerId(platform)) return null;
  return { document: documentOfFirst(platform, platform.nowMs()), stored: false };
}

/** Writes the partner as one version more. One database call. */
export function writeChanged(
  transaction: Transaction,
  stored: boolean,
  changed: PartnerDocument,
): Promise<void> {
  const { _id: id, ...fields } = { ...changed, version: changed.version + 1 };
  return stored
    ? transaction.update(partners, id, fields)
    : transaction.add(partners, { _id: id, ...fields });
}
