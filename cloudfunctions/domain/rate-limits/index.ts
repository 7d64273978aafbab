/**
 * How often something may be done.
 *
 * 1. A limit holds under any concurrency: counting and judging are one step.
 * 2. `takePermit` counts by fixed windows in one call, for the edge; around a window's end twice the limit can pass.
 * 3. `recordUse` counts exactly, in the transaction of the effect, for small limits that people are told of.
 * 4. A refusal says when to come again (`retryAfterMs`).
 * 5. Keys are keyed digests or random ids: nobody's openid or address is kept here.
 * 6. Nothing here outlives its window by more than the purge takes.
 */
export { forgetUses } from './forget-uses';
export { personalParts } from './personal-parts';
export { purges } from './purges';
export { recordUse } from './record-use';
export { type Permit, type Rate, returnPermit, takePermit } from './take-permit';
