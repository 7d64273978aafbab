import type { Bench } from '../bench';
import { summaryOf } from '../measuring/median';

const ROUNDS = 15;
const POSTS = 1000;

/** Processor time of the product's own code in a post: the use case and the platform, on a double of the SDK. */
export const ourCode: Bench = {
  name: 'our-code',
  purpose: 'processor time of our own code in a post',
  run: async context => {
    const program = await context.programs.bundle('credit-cpu', { 'wx-server-sdk': 'sdk-double' });
    const counts = [context.rounds(ROUNDS), context.amount(POSTS)].map(String);
    const text = await context.processes.output(
      process.execPath,
      [...context.nodeFlags, program, ...counts],
      {
        cwd: context.folder,
      },
    );
    const micros = JSON.parse(text) as number[];
    return [{ name: 'our-code/post', unit: 'µs', goal: { atMost: 200 }, ...summaryOf(micros) }];
  },
};
