import { canonicalJson } from '../../../miniprogram/proof';
import type { SealedEntry } from './sealed-log';

/** The last entry of an account among those that are sealed. */
export interface Head {
  seq: number;
  head: string;
}

/** A leaf as it can be read back; exactly one of the three. */
export type Leaf =
  | { previousRoot: string | null }
  /** `late`: the day that the entry is of, when that was sealed before. */
  | { entry: string; hash: string; late?: string }
  | ({ account: string } & Head);

/** Leaves are texts, so that who checks them needs to know nothing but the text. */
export const leafText = (leaf: Leaf): string => canonicalJson(leaf);

export const readLeaf = (text: string): Leaf => JSON.parse(text) as Leaf;

export const entryLeaf = ({ key, links }: SealedEntry, late: string | null): Leaf => ({
  entry: key,
  hash: links[0]!.hash,
  ...(late !== null && { late }),
});
