export const PROJECTIONS = {};
