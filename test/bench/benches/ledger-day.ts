import type { Bench } from '../bench';
import { summaryOf } from '../measuring/median';

const ROUNDS = 9;
const RIDERS = 20_000;
const ENTRIES_A_RIDER = 5;

/** Our own code in the nightly check of a sealed day; the database's part depends on the database. */
export const ledgerDay: Bench = {
  name: 'ledger-day',
  purpose: 'processor time of checking 100,000 new entries, incrementally',
  run: async context => {
    const program = await context.programs.bundle('verify-day');
    const counts = [context.rounds(ROUNDS), context.amount(RIDERS), ENTRIES_A_RIDER].map(String);
    const run = [...context.nodeFlags, program, ...counts];
    const text = await context.processes.output(process.execPath, run, { cwd: context.folder });
    const seconds = JSON.parse(text) as number[];
    return [{ name: 'ledger-day/check', unit: 's/100k', goal: { atMost: 1 }, ...summaryOf(seconds) }];
  },
};
