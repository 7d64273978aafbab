import type { Bench, BenchContext, Measurement } from '../bench';
import { eachRound, interleave, type Rounds } from '../measuring/interleave';
import { summaryOf } from '../measuring/median';
import { builtFunctions } from '../product/functions-folder';
import { bundlePlainSdk, bundleSdkAsProduct } from '../product/sdk-bundles';

const PLAN = { rounds: 13, warmUps: 1 };

/** Prints what it takes to `require` its argument: milliseconds of real time and of processor time. */
const TIMED_REQUIRE = `const before = process.cpuUsage();
const startedMs = performance.now();
require(process.argv[1]);
const realMs = performance.now() - startedMs;
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ realMs, processorMs: (user + system) / 1000 }));
process.exit(0);`;

interface Loading {
  realMs: number;
  processorMs: number;
}

type Side = 'api' | 'partner' | 'sdk' | 'plainSdk';

/** What a fresh process takes to load the file; Node's own start is not in it. */
const loading = (context: BenchContext, file: string) => async (): Promise<Loading> => {
  const program = ['-e', TIMED_REQUIRE, file];
  const text = await context.processes.output(process.execPath, program, { cwd: context.folder });
  return JSON.parse(text) as Loading;
};

const functionFile = (context: BenchContext, name: string): string =>
  builtFunctions(context).find(built => built.name === name)!.file;

function timesOf(rounds: Rounds<Side, Loading>, side: Side, name: string): Measurement[] {
  const of = (figure: keyof Loading) => summaryOf(rounds[side].map(round => round[figure]));
  return [
    { name: `cold-start/${name}`, unit: 'ms', ...of('realMs') },
    { name: `cold-start/${name}/processor`, unit: 'ms', ...of('processorMs') },
  ];
}

/**
 * The goal is of processor time: where nothing else runs it is the same as real time, and where something does it still
 * says what the function adds.
 */
function ratiosOf(rounds: Rounds<Side, Loading>, side: 'api' | 'partner'): Measurement[] {
  const ratio = (to: Side, figure: keyof Loading) =>
    summaryOf(eachRound(rounds, round => round[side][figure] / round[to][figure]));
  const name = `cold-start/${side}-over-sdk`;
  return [
    { name: `${name}/processor`, unit: 'ratio', goal: { atMost: 1.3 }, ...ratio('sdk', 'processorMs') },
    { name, unit: 'ratio', ...ratio('sdk', 'realMs') },
    { name: `cold-start/${side}-over-plain-sdk`, unit: 'ratio', ...ratio('plainSdk', 'realMs') },
  ];
}

/** What a function adds to the SDK's own start, where the SDK is bundled as the product does it and as anybody would. */
export const coldStart: Bench = {
  name: 'cold-start',
  purpose: 'loading a function beside loading the SDK alone',
  run: async context => {
    const rounds = await interleave<Side, Loading>(context, PLAN, {
      api: loading(context, functionFile(context, 'api')),
      sdk: loading(context, await bundleSdkAsProduct(context)),
      partner: loading(context, functionFile(context, 'partner')),
      plainSdk: loading(context, await bundlePlainSdk(context)),
    });
    return [
      ...timesOf(rounds, 'api', 'api'),
      ...timesOf(rounds, 'partner', 'partner'),
      ...timesOf(rounds, 'sdk', 'sdk'),
      ...timesOf(rounds, 'plainSdk', 'plain-sdk'),
      ...ratiosOf(rounds, 'api'),
      ...ratiosOf(rounds, 'partner'),
    ];
  },
};
