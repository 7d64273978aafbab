import type { Difference as ContractDifference } from '../../../../cloudfunctions/contract/staff/shapes';

/** One line of a readable comparison: null is "was not there" or "will not be there". */
export type Difference = ContractDifference;
