/**
 * fast-check for the tests. What a run draws follows from one seed, so that no change is refused for what happened to
 * be drawn; with SOAK=1 every run draws anew, and fast-check names the seed of what it finds.
 */
import * as fc from 'fast-check';

const SEED = 20_261_110;

if (!process.env.SOAK) fc.configureGlobal({ seed: SEED });

export * from 'fast-check';
