import type { StaffProcedureName } from '../../contract/staff/procedures';
import type { Rates } from '../take-permits';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const within =
  (windowMs: number) =>
  (person: number, address: number): Rates => ({
    person: { limit: person, windowMs },
    address: { limit: address, windowMs },
  });
const aMinute = within(MINUTE_MS);
const anHour = within(HOUR_MS);

/** A person at the console stays far below these; a whole office shares an address. */
const usual: Readonly<Record<'reading' | 'mutating', Rates>> = {
  reading: aMinute(90, 1_500),
  mutating: aMinute(20, 300),
};

/** What could be tried out, what shows people, and what reads much. */
const special: Readonly<Partial<Record<StaffProcedureName, Rates>>> = {
  'desk.claim': anHour(5, 20),
  // Names could be tried out.
  'desk.superiors': anHour(30, 300),
  'desk.apply': anHour(5, 100),
  'desk.activateCode': aMinute(10, 100),
  'desk.confirmCode': aMinute(10, 100),
  'riders.find': aMinute(20, 200),
  'riders.trips': aMinute(30, 300),
  'factors.checkImport': aMinute(20, 100),
};

/** How often each procedure may be called. */
export const ratesOf = (procedure: string, mutating: boolean): Rates =>
  special[procedure as StaffProcedureName] ?? usual[mutating ? 'mutating' : 'reading'];

/** How many denials of one person, and of all outsiders at one address, are written down. */
export const denialRates: Rates = anHour(10, 100);
