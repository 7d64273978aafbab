import type { Lazy } from 'mingo/lazy';
import { $lookup } from 'mingo/operators/pipeline';
import type { Options } from 'mingo/types';
import { encodeEjson } from '../ejson';
import { pathValues } from '../path-values';
import { requestFailed } from '../query-error';
import { setPath } from '../set-path';

type Fields = Record<string, unknown>;
type Rows = ReturnType<typeof Lazy>;

/** Field that mingo's result is taken over through; no stored name can contain a null byte. */
const RESULT = '\0result';

/** `$lookup` in both forms. Equal values are found in the order of the foreign collection and `as` may be a path. */
export function lookup(rows: Rows, spec: Fields, options: Options): Rows {
  const { from, localField, foreignField, as } = spec;
  if (typeof from !== 'string' || typeof as !== 'string') throw requestFailed('$lookup requires from and as');
  if (spec.pipeline !== undefined) return throughPipeline(rows, spec, as, options);
  if (typeof localField !== 'string' || typeof foreignField !== 'string') {
    throw requestFailed('$lookup requires either pipeline or both localField and foreignField');
  }
  const foreign = (options.collectionResolver?.(from) ?? []) as Fields[];
  const byValue = positionsByValue(foreign, foreignField);
  return rows.map((row: unknown) => {
    const found = matchingPositions(row as Fields, localField, byValue);
    return setPath(
      row as Fields,
      as,
      found.map(position => foreign[position]!),
    );
  });
}

function throughPipeline(rows: Rows, spec: Fields, as: string, options: Options): Rows {
  const joined = $lookup(rows, { ...spec, as: RESULT } as never, options);
  return joined.map((row: unknown) => {
    const { [RESULT]: result, ...document } = row as Fields;
    return setPath(document, as, result);
  });
}

function positionsByValue(documents: Fields[], path: string): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  documents.forEach((document, position) => {
    for (const text of valueTexts(document, path, true)) {
      const known = positions.get(text);
      if (known === undefined) positions.set(text, [position]);
      else known.push(position);
    }
  });
  return positions;
}

function matchingPositions(row: Fields, path: string, byValue: Map<string, number[]>): number[] {
  const found = new Set<number>();
  for (const text of valueTexts(row, path, false))
    for (const position of byValue.get(text) ?? []) found.add(position);
  return [...found].sort((left, right) => left - right);
}

/** Values of a field as text, null for a missing one; an array on the local side stands for its elements only. */
function valueTexts(document: Fields, path: string, withArrays: boolean): Set<string> {
  const values = pathValues(document, path, true);
  const compared = withArrays ? values : values.filter(value => !Array.isArray(value));
  return new Set(compared.map(value => encodeEjson(value ?? null)));
}
