import * as z from 'zod';
import { difference, reason, requested, type StaffProcedureContract, shownText } from './shapes';

/** Comma-separated text as saved by a spreadsheet, with the header of `docs/factors.csv`. */
const csv = z.string().min(1, '文件是空的').max(200_000, '文件不能超过 200 KB');

/** A place in the file that is wrong. Lines count from 1, the header being line 1; `column` is its name in the header. */
const problem = z.strictObject({ line: z.int(), column: z.string().nullable(), reason: z.string() });

const row = z.strictObject({
  mode: z.string(),
  reductionMilligramsPerKm: z.int().nullable(),
  baselineMilligramsPerKm: z.int().nullable(),
  emissionMilligramsPerKm: z.int().nullable(),
  year: z.string(),
  source: z.string(),
  standing: z.string(),
  note: z.string(),
});

const set = z.strictObject({
  setId: z.string(),
  city: z.string(),
  name: z.string(),
  validFromDay: z.string(),
  validToDay: z.string().nullable(),
  uncertaintyNote: z.string(),
  rows: z.array(row),
});

const newSet = z.strictObject({
  setId: z.string().regex(/^[a-z0-9-]{1,40}$/, '编号应为 1–40 位小写字母、数字或连字符'),
  city: z.string().min(1).max(40),
  name: shownText(z.string().trim().min(2).max(60)),
  validFromDay: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期格式应为 YYYY-MM-DD'),
  uncertaintyNote: shownText(z.string().trim().max(500)).default(''),
  csv,
});

export const factorsProcedures = {
  'factors.list': {
    input: z.strictObject({}),
    output: z.strictObject({ sets: z.array(set) }),
    permission: 'factors.read',
    mutating: false,
  },
  /** The dry run: what is wrong, or how the new set differs from the one in force. Changes nothing. */
  'factors.checkImport': {
    input: newSet,
    output: z.strictObject({
      problems: z.array(problem),
      differences: z.array(difference),
      rows: z.array(row),
    }),
    permission: 'factors.import',
    mutating: false,
  },
  /** `CSV_PROBLEMS` with the problems; nothing is imported then. */
  'factors.requestImport': {
    input: newSet.extend({ reason }),
    output: requested,
    permission: 'factors.import',
    mutating: true,
  },
} as const satisfies Record<string, StaffProcedureContract>;
