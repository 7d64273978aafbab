import type { Bench } from '../bench';
import { summaryOf } from '../measuring/median';
import type { PureSpeeds } from '../programs/pure-speed';

const ROUNDS = 9;
const AMOUNT = 2_000;

/** What the pure parts of a ride take: they are the larger part of our own code, and run on phones, too. */
export const pureCode: Bench = {
  name: 'pure-code',
  purpose: 'processor time of hashes, canonical JSON and shortest paths',
  run: async context => {
    const program = await context.programs.bundle('pure-speed');
    const counts = [context.rounds(ROUNDS), context.amount(AMOUNT)].map(String);
    const text = await context.processes.output(
      process.execPath,
      [...context.nodeFlags, program, ...counts],
      {
        cwd: context.folder,
      },
    );
    const speeds = JSON.parse(text) as PureSpeeds;
    return [
      { name: 'pure-code/link-hash', unit: 'µs', ...summaryOf(speeds.linkHash) },
      { name: 'pure-code/canonical-json', unit: 'µs', ...summaryOf(speeds.canonicalJson) },
      { name: 'pure-code/shortest-path-warm', unit: 'µs', ...summaryOf(speeds.shortestPath) },
    ];
  },
};
