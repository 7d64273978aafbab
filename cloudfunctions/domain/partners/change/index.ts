/**
 * How staff change partners: settings and new secrets are asked for, agreed to by somebody else, and take effect in
 * one transaction. Only function `staff` and the jobs need this part, so it has a face of its own.
 */
export { partnersChangeKind, partnersRotateKind } from './approval-kinds';
export { type CollectedSecret, collectSecret, OLD_SECRET_VALID_MS, showSecret } from './collect-secret';
export { type ListedPartner, listPartners } from './list-partners';
export { knownPartners, requestChange, requestRotation } from './request-change';
