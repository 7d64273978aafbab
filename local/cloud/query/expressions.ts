export const EXPRESSIONS = {};
