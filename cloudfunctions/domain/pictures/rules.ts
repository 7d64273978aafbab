/** Numbers of what riders may upload; where no source is named they are our own judgement. */

/** What may be uploaded. A phone's screenshot of 1440 × 3200 has 4.6 million points. */
export const LARGEST_BYTES = 3 * 1024 * 1024;
export const MOST_POINTS = 6_000_000;
export const SHORTEST_PIXELS = 200;
export const STEEPEST_SIDES = 6;
/** What is kept of it: text of a screenshot stays readable. */
export const KEPT_PIXELS = 1_280;
export const KEPT_QUALITY = 72;
