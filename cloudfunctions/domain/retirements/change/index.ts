/**
 * How staff retire grams: asked for, agreed to by two others, done in one transaction. Only function `staff` and the jobs
 * need this part, so it has a face of its own.
 */
export { type ListedPool, listPools } from './list-pools';
export { type RetirementRequest, requestRetirement } from './request-retirement';
export { poolsRetirementKind } from './retirement-kind';
