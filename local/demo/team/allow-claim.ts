import { existsSync } from 'node:fs';
import path from 'node:path';
import { claimHashOf } from '../../claim/claim-code';
import { writeFileDurably } from '../../cloud/write-file-durably';
import { TeamFile } from './team-file';

/**
 * Draws the code by which the team will be claimed and puts its hash into the environment of a folder that has none yet,
 * so before its functions start for the first time. A folder in use keeps what it has.
 */
export function allowClaim(folder: string): void {
  const file = path.join(folder, 'environment.json');
  if (existsSync(file)) return;
  const team = TeamFile.open(folder);
  team.change({});
  const variables = { FIRST_ADMIN_CODE_HASH: claimHashOf(team.state.claimCode) };
  writeFileDurably(file, `${JSON.stringify(variables, null, 2)}\n`);
}
