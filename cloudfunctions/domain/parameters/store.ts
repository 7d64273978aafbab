import { collectionOf } from '../../platform';
import type { Parameters } from './rules';

/** `_id` is the version as text. A version is added, never changed: entries name the one they were judged by. */
export interface ParametersDocument extends Parameters {
  _id: string;
  /** What it was agreed by; versions that nobody asked for, such as the first one, have none. */
  approvalId?: string;
}

export const parameterVersions = collectionOf<ParametersDocument>('parameters');
