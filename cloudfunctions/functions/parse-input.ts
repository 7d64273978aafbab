import type * as z from 'zod';
import { Refusal } from '../contract/errors';
import { inputProblem } from '../contract/input-problem';

/** The value as the schema makes it; `INVALID_INPUT` with the first wrong field and the reason otherwise. */
export function parseInput<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
  const result = shape.safeParse(value);
  if (!result.success) throw new Refusal('INVALID_INPUT', inputProblem(result.error));
  return result.data;
}
