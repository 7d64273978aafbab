import { Context } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as stages from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import { $expr } from 'mingo/operators/query';
import type { Options } from 'mingo/types';
import { EXPRESSIONS } from './expressions';
import { ACCUMULATORS } from './expressions/accumulators';
import { PROJECTIONS } from './projections';
import { STAGES } from './stages';

/** What runs code or writes collections is no part of CloudBase's aggregation. */
const LEFT_OUT = ['$accumulator', '$function', '$out', '$merge', '$documents', '$where'];

function only(...sources: object[]): never {
  const operators = Object.assign({}, ...sources) as Record<string, unknown>;
  for (const name of LEFT_OUT) delete operators[name];
  return operators as never;
}

let context: Context | undefined;

/** Made at the first use, because the stages themselves compile filters and so import this file in a circle. */
function operators(): Context {
  context ??= Context.init({
    accumulator: only(accumulators, ACCUMULATORS),
    expression: only(expressions, EXPRESSIONS),
    pipeline: only(stages, STAGES),
    projection: only(projections, PROJECTIONS),
    query: only({ $expr }),
  });
  return context;
}

/** mingo with our operators in place of those that differ from MongoDB; scripts are off. */
export function queryOptions(): Partial<Options> {
  return { context: operators(), scriptEnabled: false };
}

/** Options of one pipeline; `collection` gives the documents of another collection for `$lookup`. */
export function pipelineOptions(collection: (name: string) => Record<string, unknown>[]): Partial<Options> {
  return { context: operators(), scriptEnabled: false, collectionResolver: collection };
}
