import type { Platform, Transaction } from '../../../platform';
import { readTeam } from '../team';
import { agreeingMembers } from './agreeing-members';

/** How many members have to agree to what asks for two: fewer where a team is smaller than that. One database call. */
export const countAgreeing = async (
  reader: Pick<Platform['database'], 'get'> | Transaction,
  { involved, nowMs }: { involved: readonly string[]; nowMs: number },
): Promise<number> => agreeingMembers(await readTeam(reader), involved, nowMs);
