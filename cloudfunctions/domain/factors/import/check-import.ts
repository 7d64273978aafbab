import { Refusal } from '../../../contract/errors';
import type { Difference } from '../../../contract/staff/shapes';
import type { Platform } from '../../../platform';
import { beijingDay, isDay } from '../../../platform/beijing-time';
import { checkFactorSet } from '../check-factor-set';
import type { FactorRow, FactorSet } from '../factor-set';
import { chooseFactorSet } from '../rules';
import { factorCities, factorSets } from '../store';
import type { FactorFileProblem } from './columns';
import { compareSets } from './compare-sets';
import { findSetsOf } from './find-sets';
import { readFactorFile } from './read-factor-file';

/** A set that somebody wants to add: the file, and what is not in it. */
export interface NewFactorSet {
  setId: string;
  city: string;
  name: string;
  validFromDay: string;
  uncertaintyNote: string;
  csv: string;
}

export interface ImportCheck {
  problems: FactorFileProblem[];
  /** Against the set that would be in force on the first day otherwise. Empty where there are problems. */
  differences: Difference[];
  rows: FactorRow[];
  /** The document as it would be added; null where there are problems. */
  set: FactorSet | null;
  /** How many imports of the city there had been before this look. */
  afterImports: number;
}

const CITY = /^[a-z][a-z-]{0,39}$/;

const invalid = (field: string, reason: string): Refusal => new Refusal('INVALID_INPUT', { field, reason });

/** Of two sets from one day the id would decide, which nobody can have meant; a past day would change how rides count. */
function checkFacts({ city, validFromDay }: NewFactorSet, sets: readonly FactorSet[], today: string): void {
  if (!CITY.test(city)) throw invalid('city', '城市应为小写拼音，如 shenzhen');
  if (!isDay(validFromDay)) throw invalid('validFromDay', '没有这一天');
  if (validFromDay <= today) throw invalid('validFromDay', '生效日最早为明天，已发生的出行不改用新因子');
  const twin = sets.find(set => set.validFromDay === validFromDay);
  if (twin) throw invalid('validFromDay', `因子集 ${twin._id} 也从这一天起生效`);
}

/**
 * What adding the set would mean; changes nothing. Three database calls. `INVALID_INPUT` for what is not in the file: the
 * id is used, the day has begun or is taken, the city is no name.
 */
export async function checkImport(platform: Platform, added: NewFactorSet): Promise<ImportCheck> {
  const today = beijingDay(platform.nowMs());
  // Before the sets: an import in between is noticed when an approval is asked for.
  const afterImports = (await platform.database.get(factorCities, added.city))?.imports ?? 0;
  const [sets, sameId] = await Promise.all([
    findSetsOf(platform, added.city),
    platform.database.get(factorSets, added.setId),
  ]);
  if (sameId) throw invalid('setId', '这个编号已经用过');
  checkFacts(added, sets, today);
  const { csv, setId, ...facts } = added;
  const { rows, problems } = readFactorFile(csv, Number(today.slice(0, 4)));
  if (problems.length > 0) return { problems, differences: [], rows, set: null, afterImports };
  const set = checkFactorSet({ _id: setId, ...facts, validToDay: null, rows });
  const before = chooseFactorSet(sets, added.city, added.validFromDay);
  return { problems, differences: compareSets(before, set), rows, set, afterImports };
}
