import path from 'node:path';
import { findAppFolder } from '../../../local/simulator/build/app-folder';
import { buildApp } from '../../../local/simulator/build/build-app';
import { BuildCache } from '../../../local/simulator/build/build-cache';
import { bundleRuntime } from '../../../local/simulator/build/bundle-runtime';
import { builtIns } from '../../../local/simulator/components';
import { startSimulator } from '../../../local/simulator/server/start-simulator';
import type { Bench, BenchContext, Measurement } from '../bench';
import { elapsedMs } from '../measuring/elapsed';
import { interleave } from '../measuring/interleave';
import { summaryOf } from '../measuring/median';
import { copyMiniProgram, Onlooker } from '../pages/saved-app';

const PLAN = { rounds: 7, warmUps: 1 };
/** One of each kind that is saved, each with a comment that changes it. */
const saved = { script: 'ts', template: 'wxml', style: 'wxss' } as const;
const comments = { script: '\n// saved', template: '\n<!-- saved -->', style: '\n/* saved */' } as const;

async function measure(context: BenchContext, appFolder: string, onlooker: Onlooker): Promise<Measurement[]> {
  const save = (kind: keyof typeof saved) => () =>
    onlooker.savedToBuiltMs(path.join(appFolder, `pages/home/home.${saved[kind]}`), comments[kind]);
  const rounds = await interleave(context, PLAN, {
    build: () => elapsedMs(() => buildApp(findAppFolder(appFolder), new BuildCache())),
    runtime: () => elapsedMs(() => bundleRuntime(builtIns)),
    script: save('script'),
    template: save('template'),
    style: save('style'),
  });
  const goal = { atMost: 1000 };
  return [
    { name: 'simulator-build/app', unit: 'ms', ...summaryOf(rounds.build) },
    { name: 'simulator-build/runtime', unit: 'ms', ...summaryOf(rounds.runtime) },
    { name: 'simulator-build/after-a-saved-script', unit: 'ms', goal, ...summaryOf(rounds.script) },
    { name: 'simulator-build/after-a-saved-template', unit: 'ms', goal, ...summaryOf(rounds.template) },
    { name: 'simulator-build/after-a-saved-style', unit: 'ms', goal, ...summaryOf(rounds.style) },
  ];
}

/** What people wait for who work on the pages: the whole build at the start, and from a save to the app with the change. */
export const simulatorBuild: Bench = {
  name: 'simulator-build',
  purpose: 'building the mini-program for the browser, and again after a save',
  run: async context => {
    const appFolder = copyMiniProgram(context.root, context.folder);
    const simulator = await startSimulator({ appFolder, port: 0 });
    const onlooker = await Onlooker.open(simulator.url);
    try {
      return await measure(context, appFolder, onlooker);
    } finally {
      onlooker.close();
      await simulator.stop();
    }
  },
};
