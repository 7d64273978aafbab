import { Aggregator } from 'mingo/aggregator';
import { cloneValue } from './clone-value';
import { pipelineOptions } from './mingo-options';
import { refusing } from './query-error';

type Fields = Record<string, unknown>;

/**
 * Runs aggregation stages over documents; `foreign` gives the documents of a collection that `$lookup` names.
 * mingo's stages change what they are given, so it gets copies.
 */
export function runPipeline(
  documents: Fields[],
  stages: Fields[],
  foreign: (collection: string) => Fields[],
): Fields[] {
  if (stages.length === 0) return documents;
  const options = pipelineOptions(name => foreign(name).map(cloneValue));
  return refusing(() => new Aggregator(stages, options).run(documents.map(cloneValue)) as Fields[]);
}
