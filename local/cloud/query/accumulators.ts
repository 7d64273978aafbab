export const ACCUMULATORS = {};
