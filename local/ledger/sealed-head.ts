/** The head that an account had when a day was sealed. */
export interface SealedHead {
  account: string;
  seq: number;
  head: string;
  sealedOn: string;
}

/** No line of an export that can be read begins so: these stand among them, between reading and comparing. */
const MARK = '=';

export const headLine = ({ account, seq, head, sealedOn }: SealedHead): string =>
  `${MARK}${JSON.stringify([account, seq, head, sealedOn])}`;

/** @returns null for another line */
export function readHeadLine(line: string): SealedHead | null {
  if (!line.startsWith(MARK)) return null;
  const [account, seq, head, sealedOn] = JSON.parse(line.slice(MARK.length)) as [
    string,
    number,
    string,
    string,
  ];
  return { account, seq, head, sealedOn };
}
