import type { Bench, BenchContext, Measurement } from '../bench';
import { eachRound, interleave } from '../measuring/interleave';
import { summaryOf } from '../measuring/median';
import { builtFunctions } from '../product/functions-folder';
import { bundlePlainSdk, bundleSdkAsProduct } from '../product/sdk-bundles';

const PLAN = { rounds: 21, warmUps: 1 };
const FUNCTIONS = ['api', 'partner'] as const;

/** Prints the milliseconds from before the `require` of its argument to after it. */
const TIMED_REQUIRE = `const startedMs = performance.now();
require(process.argv[1]);
process.stdout.write(String(performance.now() - startedMs));
process.exit(0);`;

/** Milliseconds that a fresh process takes to load the file; Node's own start is not in it. */
const requireMs = (context: BenchContext, file: string) => async (): Promise<number> =>
  Number(
    await context.processes.output(process.execPath, ['-e', TIMED_REQUIRE, file], { cwd: context.folder }),
  );

const functionFile = (context: BenchContext, name: string): string =>
  builtFunctions(context).find(built => built.name === name)!.file;

/** What a function adds to the SDK's own start. */
export const coldStart: Bench = {
  name: 'cold-start',
  purpose: 'loading a function beside loading the SDK alone',
  run: async context => {
    const rounds = await interleave(context, PLAN, {
      api: requireMs(context, functionFile(context, 'api')),
      partner: requireMs(context, functionFile(context, 'partner')),
      sdk: requireMs(context, await bundleSdkAsProduct(context)),
      plainSdk: requireMs(context, await bundlePlainSdk(context)),
    });
    const ratios = FUNCTIONS.flatMap((name): Measurement[] => [
      { name: `cold-start/${name}`, unit: 'ms', ...summaryOf(rounds[name]) },
      {
        name: `cold-start/${name}-over-sdk`,
        unit: 'ratio',
        goal: { atMost: 1.3 },
        ...summaryOf(eachRound(rounds, round => round[name] / round.sdk)),
      },
      {
        name: `cold-start/${name}-over-plain-sdk`,
        unit: 'ratio',
        ...summaryOf(eachRound(rounds, round => round[name] / round.plainSdk)),
      },
    ]);
    return [
      ...ratios,
      { name: 'cold-start/sdk', unit: 'ms', ...summaryOf(rounds.sdk) },
      { name: 'cold-start/plain-sdk', unit: 'ms', ...summaryOf(rounds.plainSdk) },
    ];
  },
};
