import { treeRoot } from '../../../miniprogram/proof';
import { type Platform, sha256OfBytes } from '../../platform';
import { addDays } from '../../platform/beijing-time';
import { readChunkRoots, type Seal } from '../seals';

/** What is wrong with a seal, given the one before it; null when nothing is. One database call. */
export async function sealProblem(
  platform: Platform,
  seal: Seal,
  before: { day: string; root: string } | null,
): Promise<string | null> {
  if (seal.previousRoot !== (before?.root ?? null))
    return before ? `it was not made after the seal of ${before.day}` : 'the seal before it is missing';
  if (before && addDays(before.day, 1) !== seal.day) return `the day after ${before.day} is missing`;
  const roots = await readChunkRoots(platform, 'ledger', seal.day);
  return treeRoot(roots, sha256OfBytes) === seal.root
    ? null
    : 'its root was changed: it is not the root of its leaves';
}
