import { documentProblem } from '../../../miniprogram/proof/replay';
import type { Platform } from '../../platform';
import { addDays, startOfDayMs } from '../../platform/beijing-time';
import { type Account, listAccounts } from '../ledger';
import { replayAccounts } from './replay-accounts';
import { type Checkpoint, checkpoints, type Finding } from './store';

const ACCOUNTS_A_STEP = 200;

interface WalkedAccounts {
  findings: Finding[];
  /** Null after the last account. */
  next: string | null;
}

const wrongAccount = (account: string, problem: string): Finding => ({
  code: 'WRONG_ACCOUNT',
  account,
  key: null,
  seq: null,
  day: null,
  problem,
});

/** Of accounts between two names; more than there are documents when some of these are gone. */
const readCheckpointsBetween = (
  platform: Platform,
  after: string,
  upTo: string | null,
): Promise<Checkpoint[]> =>
  platform.database.find(checkpoints, {
    where: { _id: upTo === null ? { above: after } : { above: after, upTo } },
    orderBy: [['_id', 'asc']],
    limit: 1_000,
  });

const isUser = ({ _id }: Account): boolean => _id.startsWith('user:');

/** Entries since the checkpoint that are not the account's own are known only to their day's seal. */
const canBeReplayed = (document: Account, checkpoint: Checkpoint | undefined): boolean =>
  isUser(document) || document.seq === checkpoint?.state.seq;

/**
 * Looks at the documents of some accounts: each has to be what its entries lead to, from the checkpoint on. Three database
 * calls, more for accounts with many entries since.
 */
export async function walkAccounts(
  platform: Platform,
  after: string,
  checkedDay: string | null,
): Promise<WalkedAccounts> {
  const documents = await listAccounts(platform, { afterName: after, limit: ACCOUNTS_A_STEP });
  const isLast = documents.length < ACCOUNTS_A_STEP;
  const next = isLast ? null : documents.at(-1)!._id;
  const kept = await readCheckpointsBetween(platform, after, next);
  const known = new Map(kept.map(checkpoint => [checkpoint._id, checkpoint]));
  const names = new Set(documents.map(({ _id }) => _id));
  const findings = kept
    .filter(({ _id }) => !names.has(_id))
    .map(({ _id }) => wrongAccount(_id, 'its document is missing'));
  const due = documents.filter(document => canBeReplayed(document, known.get(document._id)));
  const from = checkedDay === null ? 0 : startOfDayMs(addDays(checkedDay, 1));
  const replays = await replayAccounts(
    platform,
    due.map(({ _id: account, seq: upToSeq }) => ({
      account,
      from: known.get(account)?.state ?? null,
      upToSeq,
      elsewhere: [],
    })),
    { from, below: Number.MAX_SAFE_INTEGER },
  );
  for (const document of due) {
    const { chain, finding } = replays.get(document._id)!;
    const problem = finding ? null : documentProblem({ ...document }, chain);
    if (finding) findings.push(finding);
    else if (problem !== null) findings.push(wrongAccount(document._id, problem));
  }
  return { findings, next };
}
