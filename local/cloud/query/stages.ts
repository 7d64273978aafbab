export const STAGES = {};
