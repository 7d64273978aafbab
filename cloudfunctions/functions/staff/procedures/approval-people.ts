import type * as z from 'zod';
import type { approvalsProcedures } from '../../../contract/staff/approvals';
import type { ApprovalDetails, ApprovalSummary } from '../../../domain/approvals';
import { namesOf } from '../../../domain/staff';
import type { Platform } from '../../../platform';

type Shown<Name extends keyof typeof approvalsProcedures> = z.input<
  (typeof approvalsProcedures)[Name]['output']
>;
type ShownDetails = Shown<'approvals.get'>;
type Names = Readonly<Record<string, string>>;

/** Who is not known any more is shown by nothing but his id. */
const personOf = (names: Names, staffId: string) => ({ staffId, name: names[staffId] ?? '' });

const withRequester = (
  { requesterId, ...summary }: ApprovalSummary,
  names: Names,
): ShownDetails['approval'] => ({ ...summary, requester: personOf(names, requesterId) });

/** Summaries with the names of who asked. */
export async function namedSummaries(
  platform: Platform,
  summaries: readonly ApprovalSummary[],
): Promise<ShownDetails['approval'][]> {
  const names = await namesOf(platform, [...new Set(summaries.map(({ requesterId }) => requesterId))]);
  return summaries.map(summary => withRequester(summary, names));
}

/** An approval with the names of everybody in it. */
export async function namedDetails(platform: Platform, details: ApprovalDetails): Promise<ShownDetails> {
  const { approval, steps, comments } = details;
  const people = [approval, ...steps, ...comments].flatMap(one =>
    'requesterId' in one ? one.requesterId : (one.personId ?? []),
  );
  const names = await namesOf(platform, [...new Set(people)]);
  return {
    ...details,
    approval: withRequester(approval, names),
    differences: [...details.differences],
    steps: steps.map(({ personId, ...step }) => ({
      ...step,
      person: personId === null ? null : personOf(names, personId),
    })),
    comments: comments.map(({ personId, ...comment }) => ({ ...comment, by: personOf(names, personId) })),
  };
}
