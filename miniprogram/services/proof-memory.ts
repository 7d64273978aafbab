/** What the phone remembers of seals and of its own checks, so that no later history can take the place of this one. */

/** Roots by day, as they were when this phone saw them first. */
export type SeenRoots = Readonly<Record<string, string>>;

/** How far this phone has checked the rider's own account. */
export interface OwnMemory {
  account: string;
  checkedAtMs: number;
  isSound: boolean;
  /** The last sealed day at that time. */
  sealedUpTo: string;
  /** The account's end as it was checked. */
  seq: number;
  head: string;
  /** What was proved of each day: its root and its entries, in short. */
  days: Record<string, string>;
}

/** Nobody's own: it stays when consent is withdrawn. */
const ROOTS_KEY = 'seen-roots';
/** When this phone saw the first of them. */
const SINCE_KEY = 'seen-roots-since';
/** Under the prefix of offline copies, so that a withdrawal of consent takes it from the phone as well. */
const OWN_KEY = 'copy:own-proof';

export function seenRoots(): SeenRoots {
  const stored = wx.getStorageSync(ROOTS_KEY) as SeenRoots | '';
  return stored === '' ? {} : stored;
}

/** Keeps roots of days that this phone has not seen; the first one seen of a day is the one that is kept. */
export function rememberRoots(seals: readonly { day: string; root: string }[]): void {
  const seen = seenRoots();
  const news = seals.filter(({ day }) => seen[day] === undefined);
  if (news.length === 0) return;
  if (Object.keys(seen).length === 0) wx.setStorageSync(SINCE_KEY, Date.now());
  const added = Object.fromEntries(news.map(({ day, root }) => [day, root]));
  wx.setStorageSync(ROOTS_KEY, { ...seen, ...added });
}

/** Since when this phone has kept roots; null before the first, and where that was not written down. */
export function watchingSinceMs(): number | null {
  const stored = wx.getStorageSync(SINCE_KEY) as number | '';
  return stored === '' ? null : stored;
}

/** Null before the first check on this phone. */
export function ownMemory(): OwnMemory | null {
  const stored = wx.getStorageSync(OWN_KEY) as OwnMemory | '';
  return stored === '' ? null : stored;
}

export const keepOwnMemory = (memory: OwnMemory): void => wx.setStorageSync(OWN_KEY, memory);
