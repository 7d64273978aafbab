/**
 * The audit log: who did what to what, by which right, and who was denied.
 *
 * 1. An entry is written in the transaction of its deed: neither is there without the other. Denials have their own.
 * 2. Entries are never changed or removed, by nobody and no job; three years are the least that they are kept.
 * 3. Each actor has a chain: its entries are numbered without a hole, in the order of time, each with the hash of the
 *    one before; `audit_chains` holds the ends, so that a cut-off end shows.
 * 4. No document is written by everybody: outsiders share sixteen chains by a keyed digest.
 * 5. Personal data and secrets are masked before anything is hashed or stored; there is no way back.
 * 6. Every filter of the search has an index that sorts by time.
 */
export { type AuditEvent, SYSTEM } from './audit-event';
export { chainOf, outsiderId } from './chain-of';
export { type AuditExport, exportAudit } from './export-audit';
export { listChains, readChain } from './list-chains';
export { type AuditDayEntry, countAuditDay, firstAuditDay, listAuditDay } from './list-day';
export { recordAudit } from './record-audit';
export { recordDenial } from './record-denial';
export { maskName, maskPersonal, maskText } from './rules';
export { type AuditFilter, searchAudit } from './search-audit';
export type { AuditChain, AuditEntry } from './store';
