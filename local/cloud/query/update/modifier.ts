/** Stands for a field that is not there, before or after a modification. */
export const ABSENT: unique symbol = Symbol('absent');

/** What a modification works with besides the operand. */
export interface ModifyContext {
  path: string;
  /** `_id` of the document, for error messages. */
  id: unknown;
  nowMs: () => number;
}

/** Gives the field's next value; the same value means that nothing changes, ABSENT removes the field. */
export type ModifyValue = (current: unknown, context: ModifyContext) => unknown;

/** One operator applied to one path. */
export interface Modification {
  operator: string;
  path: string;
  parts: string[];
  /** Whether missing objects on the way are created; otherwise a missing path is left alone. */
  creates: boolean;
  modify: ModifyValue;
}
