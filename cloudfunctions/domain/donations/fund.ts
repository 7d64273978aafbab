/** What a fund's money is for. */
export type FundKind = 'planting' | 'transit';

/** Who receives: what has to be known before credits are given to anybody. */
export interface Organisation {
  name: string;
  /** 统一社会信用代码, 18 signs (GB 32100). */
  creditCode: string;
  /** Number and day of the agreement by which the operator settles with it. */
  agreement: string;
}

/** Where credits can be given to. */
export interface Fund {
  /** Lower-case letters, digits and dashes: it becomes a part of the name of the fund's account. */
  _id: string;
  name: string;
  kind: FundKind;
  /** What is done, in one or two sentences. */
  purpose: string;
  /** Null for an example: nobody has agreed to anything, and nothing is done with what is given. */
  organisation: Organisation | null;
  isOpen: boolean;
  /** Place in the list, the lowest first. */
  place: number;
  /** Counts the changes by the console; not in what was there before it. */
  version?: number;
}

/** The account, as a merchant's, that bonus given to the fund goes to. */
export const merchantIdOf = (fundId: string): string => `fund-${fundId}`;
