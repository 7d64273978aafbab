import type { ValuePredicate } from './value-predicates';

type Conditions = Record<string, unknown>;

/** Filled by the geo operators. */
export const GEO_PREDICATES: Record<string, (operand: unknown, conditions: Conditions) => ValuePredicate> =
  {};
