import * as z from 'zod';
import { administrator, type Colleague, office, team } from './colleague';
import { decideAbout } from './decide';
import type { StaffDesk } from './staff-desk';

const opened = z.object({ staffId: z.string() });
const applied = z.object({ applicationId: z.string() });

/** The very first: by the code whose hash is in the environment. */
export async function claim(desk: StaffDesk): Promise<void> {
  const { claimCode: code } = desk.file.state;
  const { name } = administrator;
  keepStaffId(desk, administrator, await desk.change(administrator, opened, 'desk.claim', { code, name }));
  await desk.setUpCodes(administrator);
}

/** From the application over everybody who has to agree to the first visit with an authenticator. */
export async function hire(desk: StaffDesk, who: Colleague): Promise<void> {
  const { applicationId } = await apply(desk, who, `${who.duty}岗位需要`);
  for (const decider of chainOf(desk, who)) await agree(desk, decider, who);
  await desk.pause(3);
  keepStaffId(desk, who, await desk.confirmed(administrator, opened, 'staff.open', { applicationId }));
  await desk.pause(5);
  await desk.setUpCodes(who);
}

export function apply(desk: StaffDesk, who: Colleague, reason: string): Promise<z.infer<typeof applied>> {
  const { name, department, roleIds } = who;
  const superiorId = staffIdOf(desk, who.superior ?? '');
  return desk.change(who, applied, 'desk.apply', { name, department, superiorId, roleIds, reason });
}

export async function agree(desk: StaffDesk, decider: Colleague, { name }: Colleague): Promise<void> {
  await desk.pause(4);
  await decideAbout(desk, decider, name, { verdict: 'approve', comment: '情况属实，同意开户' });
}

/** Who may have to agree; a team that is still small asks fewer, and they find nothing in their lists. */
export function chainOf({ file }: StaffDesk, { superior }: Colleague): Colleague[] {
  const first = team.filter(({ openid }) => openid === superior);
  return [...new Set([...first, office, administrator])].filter(
    ({ openid }) => openid in file.state.staffIds,
  );
}

const keepStaffId = (desk: StaffDesk, { openid }: Colleague, { staffId }: { staffId: string }): void =>
  desk.file.change({ staffIds: { ...desk.file.state.staffIds, [openid]: staffId } });

export function staffIdOf({ file }: StaffDesk, openid: string): string {
  const staffId = file.state.staffIds[openid];
  if (staffId === undefined) throw new Error(`${openid} is no member of the demo's team yet`);
  return staffId;
}
