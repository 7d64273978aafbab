import type { ProcedureOutput } from '../../../../../cloudfunctions/contract/procedures';
import { canonicalJson, isIncluded, leafHash } from '../../../../proof';
import { fault, type OwnFault } from './fault';
import type { OwnLink } from './own-chain';

export type OwnDayProof = ProcedureOutput<'ledger.proof'>;
type LeafProof = NonNullable<OwnDayProof['head']>;

/** What the check of a day compares its proof with. */
export interface DayToCheck {
  account: string;
  day: string;
  /** One's own entries of the day as the chain has them. */
  links: readonly OwnLink[];
  /** By number, undefined for one that the chain does not have. */
  linkAt(seq: number): OwnLink | undefined;
  /** Roots that everybody is shown, by day. */
  roots: Readonly<Record<string, string>>;
}

/** An entry that came after its day was sealed is taken up by a seal of so many days later at most. */
const LATE_DAYS = 7;
const DAY_MS = 86_400_000;

/** Whether the leaf says exactly that, and stands under the root that everybody is shown. */
function isProved(leaf: LeafProof, said: object, roots: DayToCheck['roots']): boolean {
  const { text, index, size, path, root, sealedOn } = leaf;
  if (text !== canonicalJson(said) || roots[sealedOn] !== root) return false;
  return isIncluded({ leafHash: leafHash(text), index, size, path, root });
}

/** Checks what proves a sealed day of one's own account. @returns the first fault, null when all is proved */
export function checkDay(proof: OwnDayProof, day: DayToCheck): OwnFault | null {
  const { seal } = proof;
  const first = day.links[0];
  if (seal === null || seal.root !== day.roots[day.day]) return fault('BAD_PROOF', { day: day.day });
  const linked = { previousRoot: seal.previousRoot };
  if (proof.previousRoot === null || !isProved(proof.previousRoot, linked, day.roots))
    return fault('SEALS_APART', { day: day.day });
  for (const link of day.links) {
    const found = checkEntry(proof, link, day);
    if (found !== null) return found;
  }
  return first === undefined ? null : checkHead(proof, day);
}

function checkEntry({ entries }: OwnDayProof, link: OwnLink, { day, roots }: DayToCheck): OwnFault | null {
  const claimed = entries.find(({ key }) => key === link.key);
  // A day of very many entries has proofs for the first of them; the head stands for the rest.
  if (claimed === undefined) return null;
  if (claimed.proof === null) return isWaiting(day, roots) ? null : fault('NOT_IN_SEAL', link);
  const { proof } = claimed;
  const late = proof.sealedOn === day ? {} : { late: day };
  if (isProved(proof, { entry: link.key, hash: link.hash, ...late }, roots)) return null;
  return fault(saysAnotherHash(proof.text, link) ? 'NOT_AS_SEALED' : 'BAD_PROOF', link);
}

function saysAnotherHash(text: string, { key, hash }: OwnLink): boolean {
  try {
    const leaf = JSON.parse(text) as { entry?: unknown; hash?: unknown };
    return leaf.entry === key && leaf.hash !== hash;
  } catch {
    return false;
  }
}

/** A late entry may still wait for the next seal. */
function isWaiting(day: string, roots: DayToCheck['roots']): boolean {
  const last = Object.keys(roots).sort().pop() ?? '';
  return Date.parse(day) + LATE_DAYS * DAY_MS > Date.parse(last);
}

/** The account's end on that day is in the seal too: with it nothing can have been left out before. */
function checkHead({ head, entries }: OwnDayProof, { account, day, links, linkAt, roots }: DayToCheck) {
  const isSealed = ({ key }: OwnLink): boolean =>
    entries.find(entry => entry.key === key)?.proof?.sealedOn === day;
  const last = links.filter(isSealed).pop();
  if (last === undefined) return null;
  const seq = head === null ? 0 : sealedNumber(head.text);
  const link = linkAt(seq);
  if (head === null || link === undefined || seq < last.seq) return fault('WRONG_HEAD', last);
  return isProved(head, { account, seq, head: link.hash }, roots) ? null : fault('WRONG_HEAD', link);
}

function sealedNumber(text: string): number {
  try {
    return Number((JSON.parse(text) as { seq?: unknown }).seq);
  } catch {
    return 0;
  }
}
