/**
 * Proof code, the same on the phone, in the cloud and in the verifier, so that nobody has to believe the server.
 *
 * 1. Pure: it imports nothing, keeps no state that shows, and needs neither Node nor a browser (ES2020 only).
 * 2. Equal values have one canonical text (RFC 8785) and therefore one hash, on every machine.
 * 3. What has no such text (undefined, NaN, lone surrogates, dates, cycles) is refused with its path, never dropped.
 * 4. SHA-256 is FIPS 180-4 over the UTF-8 form; a text without one is refused rather than repaired.
 * 5. A link's hash covers account, number, predecessor and every field of the entry but `chain`.
 * 6. `verifyChain` names the first entry that is missing, out of order, cut off or changed, and never throws.
 * 7. A chain says nothing about entries cut off at its end: its head has to be compared with one kept elsewhere.
 * 8. A commitment proves evidence while the salt exists and says nothing about it afterwards.
 * 9. Grams are integers, rounded down, never negative, and exact: products stay far below 2^53.
 * 10. Every refusal is an error with a `code`.
 * 11. Trees are those of RFC 6962; `isIncluded` never throws, and says yes to nothing that it could not recompute.
 */
export { CanonicalJsonError, type CanonicalJsonRefusal, canonicalJson } from './canonical-json';
export {
  type ChainedEntry,
  type ChainFault,
  type ChainHead,
  type ChainLink,
  type ChainVerdict,
  GENESIS,
  GENESIS_HASH,
  type HashText,
  linkHash,
  verifyChain,
  verifyLink,
} from './chain';
export { evidenceCommitment, WeakSaltError } from './commitment';
export {
  GramsInputError,
  MOST_METRES,
  MOST_MILLIGRAMS_PER_KM,
  type ReductionFactor,
  reductionGrams,
  reductionOf,
} from './grams';
export {
  EMPTY_ROOT,
  type HashBytes,
  type InclusionClaim,
  inclusionPath,
  isIncluded,
  leafHash,
  treeRoot,
} from './merkle';
export { sha256Hex } from './sha256';
export { type SharedWay, sharedFactor } from './shared-factor';
export { UnpairedSurrogateError, utf8Bytes } from './utf8';
