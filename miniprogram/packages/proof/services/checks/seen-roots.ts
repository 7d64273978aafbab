import type { ProcedureOutput } from '../../../../../cloudfunctions/contract/procedures';
import { fault, type OwnFault } from './fault';

export type PublicSeal = ProcedureOutput<'openLedger.seals'>['seals'][number];

/** By day. */
export type Roots = Readonly<Record<string, string>>;

export const rootsOf = (seals: readonly PublicSeal[]): Roots =>
  Object.fromEntries(seals.map(({ day, root }) => [day, root]));

/** Whether each seal names the root of the one before. @param seals the latest first, without a hole */
function linkFault(seals: readonly PublicSeal[]): OwnFault | null {
  for (const [at, seal] of seals.entries()) {
    const before = seals[at + 1];
    if (before && (seal.previousRoot !== before.root || nextDay(before.day) !== seal.day))
      return fault('SEALS_APART', { day: seal.day });
  }
  return null;
}

const DAY_MS = 86_400_000;
const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/**
 * Compares the seals that everybody is shown with each other and with the roots that this phone has seen before.
 * @param seals the latest first, without a hole; remembered roots from before the first of them are not compared
 */
export function checkSeals(seals: readonly PublicSeal[], seen: Roots): OwnFault | null {
  const roots = rootsOf(seals);
  const firstDay = seals[seals.length - 1]?.day ?? '';
  for (const day of Object.keys(seen).sort()) {
    if (day < firstDay) continue;
    if (roots[day] === undefined) return fault('SEAL_GONE', { day });
    if (roots[day] !== seen[day]) return fault('ROOT_CHANGED', { day });
  }
  return linkFault(seals);
}
