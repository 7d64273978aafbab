import type { Platform } from '../../../platform';
import { SYSTEM } from '../../audit';
import { staffApplicants, staffMembers } from '../store';

const APPLICANT = 'applicant:';
const OUTSIDER = 'outsider:';
const NAMES_A_CALL = 500;

/** The names of people as approvals and the audit log know them; ids of nobody are left out. Up to two calls, side by side. */
export async function namesOf(
  platform: Platform,
  personIds: readonly string[],
): Promise<Record<string, string>> {
  const ids = [...new Set(personIds)].slice(0, NAMES_A_CALL);
  const applicantIds = ids.filter(id => id.startsWith(APPLICANT));
  const staffIds = ids.filter(id => !id.includes(':') && id !== SYSTEM);
  const [applicants, members] = await Promise.all([
    read(platform, staffApplicants, applicantIds),
    read(platform, staffMembers, staffIds),
  ]);
  return Object.fromEntries([
    ...ids.filter(id => id === SYSTEM).map(id => [id, '系统']),
    ...ids.filter(id => id.startsWith(OUTSIDER)).map(id => [id, '外部人员']),
    ...[...applicants, ...members].map(({ _id, name }) => [_id, name]),
  ]);
}

const read = async (
  platform: Platform,
  collection: typeof staffApplicants | typeof staffMembers,
  ids: readonly string[],
): Promise<{ _id: string; name: string }[]> =>
  ids.length === 0
    ? []
    : platform.database.find<{ _id: string; name: string }>(
        { name: collection.name },
        { where: { _id: { oneOf: ids } }, limit: NAMES_A_CALL, fields: ['name'] },
      );
