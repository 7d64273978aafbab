import type { Permission } from '../../../contract/permissions';
import { type ChainLink, chainLinks, parametersWithChain } from '../../../contract/staff/team-payloads';
import type { Platform } from '../../../platform';
import { currentParameters } from '../../parameters';

/** What each link of the chain is called and who may decide it; the superior is one person and needs no more. */
export const linkSteps: Record<ChainLink, { label: string; permission: Permission }> = {
  superior: { label: '直属上级', permission: 'desk.use' },
  office: { label: '办公室', permission: 'applications.office' },
  network: { label: '网络部', permission: 'applications.network' },
};

/**
 * Who has to agree to a new account. The superior, who is one certain person, comes first, so that nobody decides an
 * earlier link and is then missing as the superior. A team with fewer active members than links has as many links as
 * members: each link is decided by somebody else, and a team of one could never grow. A version of the parameters without
 * a chain, or with a wrong one, has the first chain (H01). No call, or one.
 */
export async function applicationChain(platform: Platform, activeMembers: number): Promise<ChainLink[]> {
  const parsed = parametersWithChain.safeParse(await currentParameters(platform));
  const named = new Set<ChainLink>(parsed.success ? parsed.data.staff.applicationChain : chainLinks);
  const ordered = [...named].sort(
    (left, right) => Number(right === 'superior') - Number(left === 'superior'),
  );
  return ordered.slice(0, Math.max(1, activeMembers));
}
