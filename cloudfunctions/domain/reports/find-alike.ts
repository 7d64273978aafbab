import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import type { Fingerprint } from '../pictures';
import { cellDifference, hashDistance } from './compare-prints';
import { ALIKE_BITS, ALIKE_CELLS, SAME_CELLS } from './rules';
import { type Likeness, type Print, prints } from './store';

/** Each is some 7 KB. */
const PRINTS_COMPARED = 60;
const MOST_ALIKE = 3;

interface Compared {
  print: Print;
  difference: number;
}

function compared(fingerprint: Fingerprint, found: readonly Print[]): Compared[] {
  return found
    .filter(print => hashDistance(print.hash, fingerprint.hash) <= ALIKE_BITS)
    .map(print => ({ print, difference: cellDifference(print.cells, fingerprint.cells) }))
    .filter(({ difference }) => difference <= ALIKE_CELLS)
    .sort((left, right) => left.difference - right.difference);
}

/** Whose picture it was is not said: that somebody else travels is nobody's business. */
export const pictureUsed = (isSameRider: boolean): Refusal =>
  new Refusal('PICTURE_USED', {
    field: 'picture',
    reason: isSameRider
      ? '你已经用这张截图申报过，请到申报记录里查看'
      : '这张截图已被用于另一份申报，请提交你自己本次出行的截图',
  });

async function othersLike(
  platform: Platform,
  fingerprint: Fingerprint,
  reportId: string,
): Promise<Compared[]> {
  if (fingerprint.bands.length === 0) return [];
  const found = await platform.database.find(prints, {
    where: { bands: { oneOf: fingerprint.bands } },
    limit: PRINTS_COMPARED,
  });
  return compared(
    fingerprint,
    found.filter(print => print.reportId !== reportId),
  );
}

const isSame = ({ difference }: Compared): boolean => difference <= SAME_CELLS;

/** Other reports' prints of the same picture. One database call, none where the picture shows nothing. */
export const findSame = async (platform: Platform, own: Print): Promise<Print[]> =>
  (await othersLike(platform, own, own.reportId)).filter(isSame).map(({ print }) => print);

/**
 * Pictures that look like this one, of any rider; the same one again is refused with `PICTURE_USED`, also after it was
 * compressed or scaled. Pages of one app look alike, so what is only similar is for people to judge. One database call,
 * none where the picture shows nothing.
 */
export async function findAlike(
  platform: Platform,
  fingerprint: Fingerprint,
  { uid, reportId }: { uid: string; reportId: string },
): Promise<Likeness[]> {
  const others = await othersLike(platform, fingerprint, reportId);
  const same = others.find(isSame);
  if (same) throw pictureUsed(same.print.uid === uid);
  return others
    .slice(0, MOST_ALIKE)
    .map(({ print }) => ({ reportId: print.reportId, isSameRider: print.uid === uid }));
}
