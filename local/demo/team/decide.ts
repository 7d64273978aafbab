import * as z from 'zod';
import type { Colleague } from './colleague';
import type { StaffDesk } from './staff-desk';

const waiting = z.object({ approvals: z.array(z.object({ approvalId: z.string(), title: z.string() })) });
const shown = z.object({ payloadHash: z.string(), actions: z.array(z.string()) });

export interface Verdict {
  verdict: 'approve' | 'deny';
  comment: string;
}

/** Reads an approval and decides what was read; nothing where there is nothing to decide for this person any more. */
export async function decide(
  desk: StaffDesk,
  who: Colleague,
  approvalId: string,
  { verdict, comment }: Verdict,
): Promise<void> {
  const { payloadHash, actions } = await desk.read(who, shown, 'approvals.get', { approvalId });
  if (!actions.includes(verdict)) return;
  await desk.confirmed(who, z.unknown(), `approvals.${verdict}`, { approvalId, payloadHash, comment });
}

/** The same for the one in somebody's list whose title names this; nothing when there is none. */
export async function decideAbout(
  desk: StaffDesk,
  who: Colleague,
  name: string,
  verdict: Verdict,
): Promise<void> {
  const { approvals } = await desk.read(who, waiting, 'approvals.list', { which: 'decide', limit: 50 });
  const found = approvals.find(({ title }) => title.startsWith(name));
  if (found !== undefined) await decide(desk, who, found.approvalId, verdict);
}

const requested = z.object({ approvalId: z.string() });

/** Asks for something that others have to agree to, and remembers it for later scenes. */
export async function request(
  desk: StaffDesk,
  who: Colleague,
  procedure: string,
  { note, ...input }: { note: string; reason: string } & Record<string, unknown>,
): Promise<void> {
  const { approvalId } = await desk.confirmed(who, requested, procedure, input);
  desk.file.note(note, approvalId);
}

/** What an earlier scene has asked for. */
export function noted(desk: StaffDesk, name: string): string {
  const approvalId = desk.file.state.notes[name];
  if (approvalId === undefined) throw new Error(`no scene before has asked for ${name}`);
  return approvalId;
}
