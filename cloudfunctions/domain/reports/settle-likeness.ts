import type { Platform, Transaction } from '../../platform';
import { refuseUnseen } from './apply-verdict';
import { findSame } from './find-alike';
import { type Print, prints, type Report, reports } from './store';

async function printOf(platform: Platform, { uid, _id: reportId }: Report): Promise<Print | null> {
  const [print] = await platform.database.find(prints, { where: { uid, reportId }, limit: 1 });
  return print ?? null;
}

/** Nobody has decided it, so that it can still give way. */
const isOpen = ({ state }: Report): boolean => state === 'checking' || state === 'waiting';

/** Of two reports with one picture the later one goes, unless it was decided already. */
async function giveWay(
  transaction: Transaction,
  platform: Platform,
  { reportId, otherId }: { reportId: string; otherId: string },
): Promise<Report | null> {
  const report = await transaction.get(reports, reportId);
  const other = await transaction.get(reports, otherId);
  if (report?.state !== 'checking' || !other || other.refusal?.code === 'picture-used') return report;
  const isLater = other.position < report.position;
  if (!isLater && isOpen(other)) {
    await refuseUnseen(transaction, platform, other, 'picture-used');
    return report;
  }
  return refuseUnseen(transaction, platform, report, 'picture-used');
}

/**
 * Looks for the same picture once more after the report was stored. Two reports that were sent at the same moment saw
 * nothing of each other before; of two that are stored the second to look sees both. Answers the report as it is then.
 * One database call, one more without its print, four more for each other report with that picture.
 */
export async function settleLikeness(
  platform: Platform,
  report: Report,
  print: Print | null,
): Promise<Report> {
  const own = print ?? (await printOf(platform, report));
  let now = report;
  for (const { reportId: otherId } of own ? await findSame(platform, own) : []) {
    const settled = await platform.database.transact(transaction =>
      giveWay(transaction, platform, { reportId: report._id, otherId }),
    );
    now = settled ?? now;
  }
  return now;
}
