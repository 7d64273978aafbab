import type { StaffProcedureName } from '../../contract/staff/procedures';
import type { Rates } from '../take-permits';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A person at the console stays far below these; a whole office shares an address. */
const usual: Readonly<Record<'reading' | 'mutating', Rates>> = {
  reading: {
    person: { limit: 90, windowMs: MINUTE_MS },
    address: { limit: 1_500, windowMs: MINUTE_MS },
  },
  mutating: {
    person: { limit: 20, windowMs: MINUTE_MS },
    address: { limit: 300, windowMs: MINUTE_MS },
  },
};

/** What could be tried out, what shows people, and what reads much. */
const special: Readonly<Partial<Record<StaffProcedureName, Rates>>> = {
  'desk.claim': {
    person: { limit: 5, windowMs: HOUR_MS },
    address: { limit: 20, windowMs: HOUR_MS },
  },
  // Names could be tried out.
  'desk.superiors': {
    person: { limit: 30, windowMs: HOUR_MS },
    address: { limit: 300, windowMs: HOUR_MS },
  },
  'desk.apply': {
    person: { limit: 5, windowMs: HOUR_MS },
    address: { limit: 100, windowMs: HOUR_MS },
  },
  'desk.activateCode': {
    person: { limit: 10, windowMs: MINUTE_MS },
    address: { limit: 100, windowMs: MINUTE_MS },
  },
  'desk.confirmCode': {
    person: { limit: 10, windowMs: MINUTE_MS },
    address: { limit: 100, windowMs: MINUTE_MS },
  },
  'riders.find': {
    person: { limit: 20, windowMs: MINUTE_MS },
    address: { limit: 200, windowMs: MINUTE_MS },
  },
  'riders.trips': {
    person: { limit: 30, windowMs: MINUTE_MS },
    address: { limit: 300, windowMs: MINUTE_MS },
  },
  'factors.checkImport': {
    person: { limit: 20, windowMs: MINUTE_MS },
    address: { limit: 100, windowMs: MINUTE_MS },
  },
};

/** How often each procedure may be called. */
export const ratesOf = (procedure: string, mutating: boolean): Rates =>
  special[procedure as StaffProcedureName] ?? usual[mutating ? 'mutating' : 'reading'];

/** How many denials of one person, and of all outsiders at one address, are written down. */
export const denialRates: Rates = {
  person: { limit: 10, windowMs: HOUR_MS },
  address: { limit: 100, windowMs: HOUR_MS },
};
