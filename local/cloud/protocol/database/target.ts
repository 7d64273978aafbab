import type { Selection } from '../../store/store';
import { optionalEjson, optionalText } from '../parameters';

/** Which documents an action is about, and the transaction it belongs to. No query means all documents. */
export function selectionOf(parameters: Record<string, unknown>): Selection {
  const transactionId = optionalText(parameters, 'transactionId');
  const query = optionalEjson(parameters, 'query') ?? {};
  return transactionId === undefined ? { query } : { query, transactionId };
}
