import { AdminClient, insert, updateById } from '../http/admin-client';
import type { Endpoint } from '../processes/endpoint';

const FAR_AWAY = '9999-12-31';
const LATE_MS = Date.parse(FAR_AWAY);
const member = {
  _id: 'bench-auditor',
  name: 'bench',
  department: 'bench',
  superiorId: null,
  formerIds: [],
  state: 'active',
  stateReason: null,
  stateSinceMs: 0,
  restingRoleIds: null,
  openedAtMs: 0,
  lastActiveAtMs: 0,
  lastActiveDay: FAR_AWAY,
  touches: 0,
  // Used today already, so that no call of a bench is a day's first.
  uses: { 'audit.verify': FAR_AWAY, 'audit.read': FAR_AWAY },
  oneTimeCode: {
    secretBox: '',
    activatedAtMs: 1,
    lastStep: 0,
    failures: 0,
    lockedUntilMs: null,
    confirmedUntilMs: LATE_MS,
  },
  elevation: null,
};

/** A member who may read the audit log: `o-auditor`. */
export async function plantAuditor(endpoint: Endpoint): Promise<void> {
  const admin = await AdminClient.open(endpoint.port);
  try {
    await admin.send(insert('staff_members', [member]));
    await admin.send(insert('staff_identities', [{ _id: 'wx:o-auditor', staffId: member._id }]));
    await admin.send(updateById('staff_team', 'team', { grants: { [member._id]: ['auditor'] } }));
  } finally {
    admin.close();
  }
}

/** One call of a mini-program. Answers whether it was let in. */
export async function call(
  endpoint: Endpoint,
  name: string,
  openid: string,
  event: object,
): Promise<boolean> {
  const response = await fetch(`${endpoint.url}/call/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid, 'x-wx-clientip': '203.0.113.7' },
    body: JSON.stringify(event),
  });
  const { result } = (await response.json()) as { result: { ok: boolean; error?: { code: string } } };
  if (result.error && result.error.code !== 'NOT_STAFF') throw new Error(JSON.stringify(result.error));
  return result.ok;
}

/** Opens the next window of every rate, which would refuse the calls that are measured. */
export async function advanceAMinute(endpoint: Endpoint): Promise<void> {
  const body = JSON.stringify({ advanceMs: 60_000 });
  const headers = { 'content-type': 'application/json' };
  await fetch(`${endpoint.url}/clock`, { method: 'POST', headers, body });
}
