import { Refusal } from '../../../contract/errors';
import type { Platform, Transaction } from '../../../platform';
import { requestApproval } from '../../approvals';
import { isMode, modes as knownModes } from '../../factors';
import { findAllSets } from '../../factors/import';
import { firstPartner } from '../first-partner';
import { readPartners } from '../kept-partners';
import { partnersChangeKind, partnersRotateKind } from './approval-kinds';
import { compareSettings, type Settings } from './compare-settings';

interface Asking {
  partnerId: string;
  requesterId: string;
  reason: string;
}

const invalid = (field: string, reason: string): Refusal => new Refusal('INVALID_INPUT', { field, reason });

type Known = Settings & { _id: string; version: number };

/** Everybody with his settings as they are now; the environment's partner where no document has taken his place. */
export async function knownPartners(platform: Platform): Promise<Known[]> {
  const documents = await readPartners(platform);
  const first = firstPartner(platform);
  return documents.some(({ _id }) => _id === first._id) ? documents : [first, ...documents];
}

/** Rides of a city without factors are all refused, and two partners of one name cannot be told apart by riders. */
function checkSettings(
  partnerId: string,
  { name, city, modes }: Settings,
  others: Known[],
  cities: string[],
): void {
  if (!cities.includes(city)) throw invalid('city', '这个城市还没有减排因子，请先导入');
  if (modes.some(mode => !isMode(mode))) throw invalid('modes', `可用的出行方式：${knownModes.join('、')}`);
  if (new Set(modes).size < modes.length) throw invalid('modes', '同一种出行方式选了两次');
  if (others.some(other => other.name === name && other._id !== partnerId)) {
    throw invalid('name', '已有同名的合作方');
  }
}

/**
 * Asks for a new partner, or for new settings of one. Errors: `INVALID_INPUT` with the field, `PENDING_ALREADY`. Two
 * database calls and those of asking for an approval.
 */
export async function requestChange(
  transaction: Transaction,
  platform: Platform,
  { partnerId, requesterId, reason, ...settings }: Asking & Settings,
): Promise<{ approvalId: string }> {
  const [known, sets] = await Promise.all([knownPartners(platform), findAllSets(platform)]);
  checkSettings(partnerId, settings, known, [...new Set(sets.map(({ city }) => city))]);
  const before = known.find(({ _id }) => _id === partnerId) ?? null;
  const differences = compareSettings(before, settings);
  if (differences.length === 0) throw invalid('partnerId', '没有改动');
  const payload = { partnerId, ...settings, version: before?.version ?? 0 };
  const request = { payload, requesterId, reason, differences };
  return requestApproval(transaction, platform, partnersChangeKind, request);
}

/**
 * Asks for a new secret. Errors: `NOT_FOUND`, `PENDING_ALREADY`. One database call and those of asking for an approval.
 */
export async function requestRotation(
  transaction: Transaction,
  platform: Platform,
  { partnerId, requesterId, reason }: Asking,
): Promise<{ approvalId: string }> {
  const partner = (await knownPartners(platform)).find(({ _id }) => _id === partnerId);
  if (!partner) throw new Refusal('NOT_FOUND', { field: 'partnerId' });
  const { name, version } = partner;
  const effect = '新密钥由申请人领取一次；领取后旧密钥再有效 7 天';
  return requestApproval(transaction, platform, partnersRotateKind, {
    payload: { partnerId, name, version },
    requesterId,
    reason,
    differences: [{ label: '密钥', before: '现用密钥', after: effect }],
  });
}
