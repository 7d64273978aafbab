import { hash } from 'node:crypto';

/** SHA-256 of a text in UTF-8 as 64 hexadecimal digits: the same digests as those of `proof/`, by native code. */
export const sha256OfText = (text: string): string => hash('sha256', text, 'hex');

/** The same of bytes. */
export const sha256OfBytes = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');
