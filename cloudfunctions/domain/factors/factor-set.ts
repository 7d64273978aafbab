import type { ReductionFactor } from '../../../miniprogram/proof';

/** Ways of travel that a factor may exist for. */
export type Mode = 'metro' | 'bus' | 'shared-bike' | 'shared-e-bike' | 'nev' | 'carpool';

/**
 * How well a number is founded: `official` is read in the official text itself, `secondary` in press or a
 * quotation of it, `derived` is computed from other published numbers.
 */
export type Standing = 'official' | 'secondary' | 'derived';

/** A factor in one of the two forms that sources publish it in; milligrams of CO2e a passenger-km. */
type PublishedFactor =
  | (Extract<ReductionFactor, { reductionMilligramsPerKm: number }> & { readonly form: 'reduction' })
  | (Extract<ReductionFactor, { baselineMilligramsPerKm: number }> & { readonly form: 'baseline-emission' });

/**
 * A row of `carpool` in the form `baseline-emission` is a car's: both numbers hold for a car with one person, and the
 * emission is shared among the people in it.
 */
export type FactorRow = PublishedFactor & {
  readonly mode: Mode;
  /** The year that the number describes, or years such as 2019–2022. */
  readonly year: string;
  /** Where it was published, in words for the methodology page. */
  readonly source: string;
  readonly standing: Standing;
  readonly note: string;
};

/**
 * Factors that belong together. Sets are never mixed and never edited: for the metro alone, published values run from
 * 46.7 to 210 g a passenger-km, because some compare with the city's traffic as a whole and some with a private car.
 */
export interface FactorSet {
  /** Names the origin of credits, e.g. `sz-2021`; lower-case letters, digits and dashes. */
  readonly _id: string;
  /** As in `networkOf`, e.g. `shenzhen`. */
  readonly city: string;
  readonly name: string;
  /** First Beijing day of entry that it counts for. */
  readonly validFromDay: string;
  /** Last such day; null while it has no successor. */
  readonly validToDay: string | null;
  /** At most one a mode; a mode without a row pays no carbon. */
  readonly rows: readonly FactorRow[];
  /** What the numbers leave uncertain, in words for the methodology page. */
  readonly uncertaintyNote: string;
}
