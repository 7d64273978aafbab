/**
 * Forked, it compares the PNGs that it is told of, one pair after the other, answers share and sizes in the same order,
 * and writes the picture of the difference where more differs than may. A process of its own, because half a million
 * pixels take seconds inside of jest's sandbox, and one for all, because starting takes longer than comparing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { comparePictures } from './compare-pictures.mjs';

process.on('message', message => {
  const { stored, taken, difference, tolerance } = /** @type {import('./comparer').Files} */ (message);
  const { share, sizes, drawDifference } = comparePictures(readFileSync(stored), readFileSync(taken));
  if (share > tolerance) writeFileSync(difference, drawDifference());
  process.send?.({ share, sizes });
});
