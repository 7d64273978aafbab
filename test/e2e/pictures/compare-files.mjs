/**
 * `node compare-files.mjs STORED TAKEN DIFFERENCE`: writes the picture of the difference and prints share and sizes as JSON.
 * A process of its own, because half a million pixels take seconds inside of jest's sandbox.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { comparePictures } from './compare-pictures.mjs';

const [stored = '', taken = '', file = ''] = process.argv.slice(2);
const { share, sizes, difference } = comparePictures(readFileSync(stored), readFileSync(taken));
writeFileSync(file, difference);
process.stdout.write(JSON.stringify({ share, sizes }));
