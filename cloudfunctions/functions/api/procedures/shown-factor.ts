import type * as z from 'zod';
import type { factor as shownFactor } from '../../../contract/rides';
import type { FactorRow, FactorSet } from '../../../domain/factors';

/** A factor with everything that riders are told of it. */
export const shownFactorOf = (set: FactorSet, row: FactorRow): z.input<typeof shownFactor> => ({
  setId: set._id,
  setName: set.name,
  mode: row.mode,
  reductionMilligramsPerKm: row.form === 'reduction' ? row.reductionMilligramsPerKm : null,
  baselineMilligramsPerKm: row.form === 'baseline-emission' ? row.baselineMilligramsPerKm : null,
  emissionMilligramsPerKm: row.form === 'baseline-emission' ? row.emissionMilligramsPerKm : null,
  year: row.year,
  source: row.source,
  standing: row.standing,
});
