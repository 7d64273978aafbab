import { ARRAYS } from './arrays';
import { COMPARISONS } from './comparisons';
import { CONDITIONALS } from './conditionals';
import { DATES } from './dates';
import { STRINGS } from './strings';

/** Aggregation expressions that replace mingo's where it differs from MongoDB. */
export const EXPRESSIONS = { ...COMPARISONS, ...CONDITIONALS, ...STRINGS, ...DATES, ...ARRAYS };
