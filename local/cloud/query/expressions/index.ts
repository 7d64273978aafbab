import { ARRAYS } from './arrays';
import { COMPARISONS } from './comparisons';
import { DATES } from './dates';
import { STRINGS } from './strings';

/** Aggregation expressions that replace mingo's where it differs from MongoDB. */
export const EXPRESSIONS = { ...COMPARISONS, ...STRINGS, ...DATES, ...ARRAYS };
