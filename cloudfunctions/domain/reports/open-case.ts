import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { networkOf } from '../network';
import { RAIL_MODE } from './judge-claim';
import { monthLimit } from './month-room';
import { LOOK_SECONDS } from './rules';
import { type Report, reports } from './store';

/** What a reviewer lays beside each other. */
export interface ReportCase {
  report: Report;
  networkMetres: number | null;
  month: { made: number; refused: number; limit: number };
  /** In the order of `report.alike`; null for one that is gone. */
  alike: (Report | null)[];
  /** Addresses for one look, by report; none for a picture that is gone or that nobody may see. */
  pictures: ReadonlyMap<string, string>;
}

/** WeChat has passed it, or asks for a closer look. */
const maySee = ({ check, pictureId }: Report): boolean =>
  pictureId !== null && (check.verdict === 'pass' || check.verdict === 'review');

function networkMetresOf({ claim }: Report): number | null {
  const network = claim.mode === RAIL_MODE ? networkOf(claim.city) : undefined;
  const path = network?.shortestPathMetres(claim.from, claim.to);
  return path && 'metres' in path ? path.metres : null;
}

async function picturesOf(
  platform: Platform,
  shown: readonly Report[],
): Promise<ReadonlyMap<string, string>> {
  const seen = shown.filter(maySee);
  const ids = seen.map(({ pictureId }) => pictureId ?? '');
  const addresses = await platform.files.addressesOf(ids, LOOK_SECONDS);
  return new Map(seen.flatMap(({ _id }, at) => (addresses[at] ? [[_id, addresses[at]] as const] : [])));
}

async function alikeOf(platform: Platform, { alike }: Report): Promise<(Report | null)[]> {
  if (alike.length === 0) return [];
  const ids = alike.map(({ reportId }) => reportId);
  const found = await platform.database.find(reports, {
    where: { _id: { oneOf: ids } },
    limit: ids.length,
  });
  return ids.map(id => found.find(({ _id }) => _id === id) ?? null);
}

/** Everything about one report that a decision needs. `NOT_FOUND`. Three database calls, one more where pictures are alike. */
export async function openCase(platform: Platform, reportId: string): Promise<ReportCase> {
  const report = await platform.database.get(reports, reportId);
  if (!report) throw new Refusal('NOT_FOUND', { field: 'reportId' });
  const { uid, month } = report;
  const [made, refused, limit, alike] = await Promise.all([
    platform.database.count(reports, { uid, month }),
    platform.database.count(reports, { uid, month, state: 'refused' }),
    monthLimit(platform),
    alikeOf(platform, report),
  ]);
  const shown = [report, ...alike.filter(other => other !== null)];
  return {
    report,
    networkMetres: networkMetresOf(report),
    month: { made, refused, limit },
    alike,
    pictures: await picturesOf(platform, shown),
  };
}
