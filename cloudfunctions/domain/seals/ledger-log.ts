import { countDay, type DayEntry, firstDay, isOpenAccount, listDay } from '../ledger';
import { addFlows, addIntakes } from './add-flows';
import type { Flow, Intake, SealedEntry, SealedLog } from './sealed-log';

/** What an intake account's name begins with; the day follows. */
const INTAKE = 'pool-intake:';

function flowsOf({ postings }: DayEntry): Flow[] {
  const flows = postings.flatMap(({ source, destination, kind, lots }) =>
    lots.flatMap(({ origin, amount }) => [
      { account: source, kind, origin, amount: -amount },
      { account: destination, kind, origin, amount },
    ]),
  );
  return addFlows(flows.filter(({ account }) => isOpenAccount(account)));
}

/** Only what comes in: what the pools have taken out is no news to them. */
function intakesOf({ postings }: DayEntry): Intake[] {
  const arriving = postings.filter(({ destination }) => destination.startsWith(INTAKE));
  return addIntakes(
    arriving.flatMap(({ destination, lots }) =>
      lots.map(({ origin, amount }) => ({ day: destination.slice(INTAKE.length), origin, amount })),
    ),
  );
}

const sealedEntryOf = (entry: DayEntry): SealedEntry => ({
  place: entry._id,
  key: entry._id,
  links: entry.chain,
  flows: flowsOf(entry),
  intakes: intakesOf(entry),
});

/** The ledger, each day in the order of its keys. */
export const ledgerLog: SealedLog = {
  kind: 'ledger',
  list: async (platform, day, after, limit) =>
    (await listDay(platform, day, { afterKey: after, limit })).map(sealedEntryOf),
  count: countDay,
  firstDay,
};
