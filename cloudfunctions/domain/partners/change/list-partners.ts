import type { Platform } from '../../../platform';
import { pendingApproval } from '../../approvals';
import { firstPartner, firstSecrets } from '../first-partner';
import { MOST_PARTNERS, readPartners } from '../kept-partners';
import { boxesGoodAt, endingOf } from '../secrets';
import { type PartnerDocument, partnerUses } from '../store';
import { targetOf } from './approval-kinds';
import { mayCollect } from './collect-secret';
import type { Settings } from './compare-settings';

export interface ListedSecret {
  ending: string;
  /** 0: from the environment, since the deployment. */
  sinceMs: number;
  endsAtMs: number | null;
}

export interface ListedPartner extends Settings {
  partnerId: string;
  secrets: ListedSecret[];
  /** A new secret waits for the member who looks. */
  secretToCollect: boolean;
  lastRequestAtMs: number | null;
  pendingApprovalId: string | null;
}

type Shown = Omit<ListedPartner, 'lastRequestAtMs' | 'pendingApprovalId'>;

const settingsOf = ({ name, city, modes, requestsAMinute, state }: Settings): Settings => ({
  name,
  city,
  modes,
  requestsAMinute,
  state,
});

function shown(document: PartnerDocument, staffId: string, nowMs: number): Shown {
  const good = boxesGoodAt(document, nowMs);
  return {
    partnerId: document._id,
    ...settingsOf(document),
    secrets: document.secrets
      .filter(({ box }) => good.includes(box))
      .map(({ ending, sinceMs, endsAtMs }) => ({ ending, sinceMs, endsAtMs })),
    secretToCollect: mayCollect(document, staffId, nowMs),
  };
}

function shownFirst(platform: Platform): Shown {
  const first = firstPartner(platform);
  const secrets = firstSecrets(platform).map(secret => ({
    ending: endingOf(secret),
    sinceMs: 0,
    endsAtMs: null,
  }));
  return { partnerId: first._id, ...settingsOf(first), secrets, secretToCollect: false };
}

async function lastRequests(platform: Platform): Promise<ReadonlyMap<string, number>> {
  const uses = await platform.database.find(partnerUses, {
    where: { _id: { above: '' } },
    limit: MOST_PARTNERS,
  });
  return new Map(uses.map(({ _id, lastRequestAtMs }) => [_id, lastRequestAtMs]));
}

/** Every partner as he is now, the environment's one included. Two database calls and one a partner. */
export async function listPartners(platform: Platform, staffId: string): Promise<ListedPartner[]> {
  const [documents, uses] = await Promise.all([readPartners(platform), lastRequests(platform)]);
  const stored = documents.map(document => shown(document, staffId, platform.nowMs()));
  const first = shownFirst(platform);
  const all = stored.some(({ partnerId }) => partnerId === first.partnerId) ? stored : [first, ...stored];
  return Promise.all(
    all.map(async partner => ({
      ...partner,
      lastRequestAtMs: uses.get(partner.partnerId) ?? null,
      pendingApprovalId: await pendingApproval(platform, targetOf(partner.partnerId)),
    })),
  );
}
