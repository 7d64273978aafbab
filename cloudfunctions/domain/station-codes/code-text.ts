/** What a station's code says. A poster's number is its edition, a screen's the half minute that it was made for. */
export interface StationCode {
  kind: 'poster' | 'screen';
  /** Of the network, e.g. `shenzhen`. */
  city: string;
  /** The network's own name. */
  station: string;
  number: number;
}

/** The part of a code that is signed, and the signature behind it. */
export interface SignedText {
  code: StationCode;
  body: string;
  signature: string;
}

/** Leads every code, so that another form can be told apart later. */
const FORM = 'TDD1';

const letters = { poster: 'P', screen: 'S' } as const;

const SIGNED = /^((?:TDD1)\.([PS])\.([a-z-]{1,40})\.([\w-]{2,80})\.(0|[1-9]\d{0,9}))\.([0-9a-f]{32})$/;

/**
 * `TDD1.P.shenzhen.5biD5ZCJ.1`: letters that every scanner reads alike, so the name is UTF-8 in base64url. Scanners guess
 * the encoding of anything beyond ASCII, and some guess wrong.
 */
export const bodyOf = ({ kind, city, station, number }: StationCode): string =>
  [FORM, letters[kind], city, Buffer.from(station, 'utf8').toString('base64url'), number].join('.');

/** A scanned text as a code; null for every other text. Whether it is genuine is not judged here. */
export function parseCode(text: string): SignedText | null {
  const match = SIGNED.exec(text.trim());
  if (!match) return null;
  const [, body, letter, city, name, number, signature] = match as unknown as string[];
  const code: StationCode = {
    kind: letter === letters.poster ? 'poster' : 'screen',
    city: city!,
    station: Buffer.from(name!, 'base64url').toString('utf8'),
    number: Number(number),
  };
  return { code, body: body!, signature: signature! };
}
