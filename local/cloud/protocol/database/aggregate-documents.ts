import { encodeEjson } from '../../store';
import type { Store } from '../../store/store';
import type { AdminAction } from '../admin-action';
import { ejsonValue, invalid, requiredText } from '../parameters';

/** `stages` is a list of `{stageKey: '$match', stageValue: '<EJSON>'}`. */
export function aggregateDocuments(store: Store): AdminAction {
  return async ({ parameters }) => {
    const { stages } = parameters;
    if (!Array.isArray(stages)) throw invalid('stages must be a list');
    const found = await store.aggregate(requiredText(parameters, 'collectionName'), stages.map(stageOf));
    return { data: { list: found.map(encodeEjson) } };
  };
}

function stageOf(stage: unknown, index: number): Record<string, unknown> {
  const { stageKey, stageValue } = (stage ?? {}) as Record<string, unknown>;
  if (typeof stageKey !== 'string' || !stageKey.startsWith('$'))
    throw invalid(`stages[${index}] has no stageKey`);
  return { [stageKey]: ejsonValue(stageValue, `stages[${index}].stageValue`) };
}
