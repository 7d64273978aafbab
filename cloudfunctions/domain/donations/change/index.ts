/**
 * How staff open, rename and close funds: asked for, agreed to by somebody else, done in one transaction. Only function
 * `staff` and the jobs need this part, so it has a face of its own.
 */
export { fundsChangeKind } from './fund-kind';
export { type ListedFund, listAllFunds, readFunds } from './list-all-funds';
export { type FundSettings, requestFundChange } from './request-fund-change';
