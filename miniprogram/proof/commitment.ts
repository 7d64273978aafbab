import { canonicalJson } from './canonical-json';
import { sha256Hex } from './sha256';

/** 22 characters carry 128 bits in base64url: fewer could be tried out; a full stop would blur where the salt ends. */
const SALT = /^[A-Za-z0-9_-]{22,}$/;

/** A salt that would not hide the evidence. */
export class WeakSaltError extends Error {
  readonly code = 'WEAK_SALT';

  constructor() {
    super('a salt is at least 22 characters of A-Z, a-z, 0-9, _ and -');
    this.name = 'WeakSaltError';
  }
}

/**
 * What an immutable entry keeps of evidence that must remain forgettable: a hash that proves the evidence while
 * salt and evidence exist, and says nothing once they are deleted. Throws `WeakSaltError`, `CanonicalJsonError`.
 */
export function evidenceCommitment(salt: string, evidence: unknown): string {
  if (!SALT.test(salt)) throw new WeakSaltError();
  return sha256Hex(`${salt}.${canonicalJson(evidence)}`);
}
