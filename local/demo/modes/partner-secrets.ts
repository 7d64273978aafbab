import type { PartnerAccess } from '../operator/sign-request';
import type { TeamFile } from '../team/team-file';
import type { DemoPartner } from './demo-partners';

const noteOf = ({ partnerId }: Pick<DemoPartner, 'partnerId'>): string => `secret of ${partnerId}`;

/** What the channel manager hands to a partner; the demo plays both, so it stays with the team's other secrets. */
export const keepSecret = (file: TeamFile, partner: DemoPartner, secret: string): void =>
  file.note(noteOf(partner), secret);

/** Null for a partner that has not joined. */
export function accessOf(file: TeamFile, partner: DemoPartner): PartnerAccess | null {
  const secret = file.state.notes[noteOf(partner)];
  return secret === undefined ? null : { partnerId: partner.partnerId, secret };
}
