import { isAscii } from 'node:buffer';

/** The text of bytes in UTF-8. A ledger is nearly all ASCII, which is read several times faster when it is known to be. */
export const textOfBytes = (bytes: Buffer): string => bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
