import type { FactorRow } from '../factor-set';
import type { CellProblem, Cells } from './columns';
import { readMilligrams } from './read-milligrams';

type Factor =
  | Pick<Extract<FactorRow, { form: 'reduction' }>, 'form' | 'reductionMilligramsPerKm'>
  | Pick<
      Extract<FactorRow, { form: 'baseline-emission' }>,
      'form' | 'baselineMilligramsPerKm' | 'emissionMilligramsPerKm'
    >;

type Quantity = number | null | CellProblem;
const isProblem = (quantity: Quantity): quantity is CellProblem =>
  typeof quantity === 'object' && quantity !== null;

function problemOfForms(cells: Cells): CellProblem | null {
  const hasReduction = cells.reductionMilligramsPerKm !== '';
  const hasBaseline = cells.baselineMilligramsPerKm !== '';
  const hasEmission = cells.emissionMilligramsPerKm !== '';
  if (hasReduction && (hasBaseline || hasEmission)) {
    return { column: 'reductionMilligramsPerKm', reason: '减排因子与“基准线和排放”只能填一种' };
  }
  if (!hasReduction && !hasBaseline && !hasEmission) {
    return { column: 'reductionMilligramsPerKm', reason: '请填减排因子，或填基准线和排放' };
  }
  if (hasBaseline !== hasEmission) {
    const column = hasBaseline ? 'emissionMilligramsPerKm' : 'baselineMilligramsPerKm';
    return { column, reason: '基准线和排放要一起填' };
  }
  return null;
}

/** A carpool's emission is that of the whole car, which at least two people share. */
const leastSharers = (mode: string): number => (mode === 'carpool' ? 2 : 1);

function pairOf(mode: string, baseline: number, emission: number): Factor | CellProblem {
  if (emission >= baseline * leastSharers(mode)) {
    return { column: 'emissionMilligramsPerKm', reason: '排放不低于基准线，这种出行不会有减排量' };
  }
  return {
    form: 'baseline-emission',
    baselineMilligramsPerKm: baseline,
    emissionMilligramsPerKm: emission,
  };
}

/** The factor of one line in the form that its source published it in, or everything that is wrong with its numbers. */
export function readFactor(cells: Cells): Factor | CellProblem[] {
  const reduction = readMilligrams(cells, 'reductionMilligramsPerKm');
  const baseline = readMilligrams(cells, 'baselineMilligramsPerKm');
  const emission = readMilligrams(cells, 'emissionMilligramsPerKm');
  const problems: Quantity[] = [reduction, baseline, emission, problemOfForms(cells)];
  const found = problems.filter(isProblem);
  if (found.length > 0) return found;
  if (typeof reduction === 'number') return { form: 'reduction', reductionMilligramsPerKm: reduction };
  const pair = pairOf(cells.mode, Number(baseline), Number(emission));
  return 'reason' in pair ? [pair] : pair;
}
