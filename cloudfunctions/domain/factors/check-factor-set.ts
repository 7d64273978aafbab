import { reductionOf } from '../../../miniprogram/proof';
import { isDay } from '../../platform/beijing-time';
import type { FactorSet } from './factor-set';

/** A document among the factor sets is not one that grams may be computed by. */
export class FactorSetError extends Error {
  constructor(setId: unknown, problem: string) {
    super(`factor set ${String(setId)}: ${problem}`);
    this.name = 'FactorSetError';
  }
}

/** It becomes a part of origins, where a colon ends it. */
const SET_ID = /^[a-z0-9-]{1,40}$/;

/**
 * Sets are added as documents, by people and in a console that knows no types: whatever is not a whole set stops
 * here, before a ride is judged by it. Throws `FactorSetError`.
 */
export function checkFactorSet<Set extends FactorSet>(set: Set): Set {
  const problem = problemOf(set);
  if (problem !== undefined) throw new FactorSetError(set._id, problem);
  return set;
}

function problemOf({ _id, city, validFromDay, validToDay, rows }: FactorSet): string | undefined {
  if (!SET_ID.test(_id)) return '_id has to consist of lower-case letters, digits and dashes';
  if (typeof city !== 'string' || city === '') return 'city is missing';
  if (!isDayText(validFromDay)) return 'validFromDay is not a day';
  if (validToDay !== null && !isDayText(validToDay)) return 'validToDay is neither a day nor null';
  if (!Array.isArray(rows)) return 'rows is not a list';
  if (new Set(rows.map(row => row?.mode)).size < rows.length) return 'a mode has two rows';
  return problemOfRows(rows);
}

const isDayText = (day: unknown): boolean => typeof day === 'string' && isDay(day);

function problemOfRows(rows: FactorSet['rows']): string | undefined {
  for (const row of rows) {
    try {
      reductionOf(row);
    } catch (error) {
      return `row ${row?.mode}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return undefined;
}
