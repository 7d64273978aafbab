import path from 'node:path';
import type { Bench, BenchContext } from '../bench';
import { eachRound, interleave } from '../measuring/interleave';
import { summaryOf } from '../measuring/median';
import type { ReadingCost } from '../programs/read-ledger';

const PLAN = { rounds: 7, warmUps: 1 };
/** A million entries. */
const RIDERS = 20_000;
const DAYS = 50;
const QUICK_RIDERS = 20;

/** The verifier of a whole ledger beside the least that anybody has to do who looks at every entry, on the same file. */
export const ledgerVerify: Bench = {
  name: 'ledger-verify',
  purpose: 'processor time and memory of verifying a million sealed entries',
  run: async context => {
    const file = await writeLedger(context);
    const program = await context.programs.bundle('read-ledger');
    const read = async (side: string): Promise<ReadingCost> => {
      const run = [...context.nodeFlags, program, side, file];
      return JSON.parse(await context.processes.output(process.execPath, run, { cwd: context.folder }));
    };
    const rounds = await interleave<'verify' | 'parse', ReadingCost>(context, PLAN, {
      verify: () => read('verify'),
      parse: () => read('parse-and-hash'),
    });
    const ratios = eachRound(rounds, ({ verify, parse }) => verify.cpuSeconds / parse.cpuSeconds);
    const memory = rounds.verify.map(({ megabytes }) => megabytes);
    return [
      { name: 'ledger-verify/ratio', unit: '× parse and hash', goal: { atMost: 2 }, ...summaryOf(ratios) },
      { name: 'ledger-verify/memory', unit: 'MB', goal: { atMost: 512 }, ...summaryOf(memory) },
      {
        name: 'ledger-verify/time',
        unit: 's',
        ...summaryOf(rounds.verify.map(({ cpuSeconds }) => cpuSeconds)),
      },
    ];
  },
};

async function writeLedger(context: BenchContext): Promise<string> {
  const file = path.join(context.folder, 'ledger.jsonl');
  const program = await context.programs.bundle('write-ledger');
  const riders = context.isQuick ? QUICK_RIDERS : RIDERS;
  context.say('writing the ledger');
  const run = [program, file, String(riders), String(context.amount(DAYS))];
  await context.processes.output(process.execPath, run, { cwd: context.folder });
  return file;
}
