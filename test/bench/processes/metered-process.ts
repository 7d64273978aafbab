import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { BenchContext } from '../bench';

/** A Node process that tells how much processor time it has used. */
export interface MeteredProcess {
  /** What its ready line says. */
  readonly ready: string;
  /** Microseconds of processor time, user and system, of all its threads so far. */
  cpuMicros(): Promise<number>;
  stop(): Promise<void>;
}

export interface Metered {
  program: string;
  arguments: readonly string[];
  /** Its first group is what `ready` becomes. */
  readyLine: RegExp;
  /** A program that runs Node, such as a tracer, with its own arguments. */
  runBy?: readonly string[];
  workingFolder?: string;
}

/** Starts a program with the meter loaded before it; resolves when it has printed its ready line. */
export async function startMetered(context: BenchContext, metered: Metered): Promise<MeteredProcess> {
  const meter = await context.programs.bundle('cpu-meter');
  const nodeCommand = [
    process.execPath,
    ...context.nodeFlags,
    ...['--require', meter, metered.program],
    ...metered.arguments,
  ];
  const [first, ...rest] = [...(metered.runBy ?? []), ...nodeCommand];
  const child = context.processes.start(first!, rest, {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    ...(metered.workingFolder !== undefined && { cwd: metered.workingFolder }),
  });
  const [[{ pid }], ready] = await Promise.all([
    once(child, 'message') as Promise<[{ pid: number }]>,
    readyText(child, metered),
  ]);
  return {
    ready,
    cpuMicros: () => askCpuMicros(child),
    stop: () => context.processes.stop(child, pid),
  };
}

function readyText(child: ChildProcess, { program, readyLine }: Metered): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', data => {
      text += data;
      const found = readyLine.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('error', reject);
    child.once('close', () => reject(new Error(`${program} ended before it was ready: ${text}`)));
  });
}

async function askCpuMicros(child: ChildProcess): Promise<number> {
  const answer = once(child, 'message') as Promise<[{ cpuMicros: number }]>;
  child.send('cpu');
  const [{ cpuMicros }] = await answer;
  return cpuMicros;
}

/** Microseconds of processor time that a process spends while the work is done. */
export async function cpuMicrosOf(server: MeteredProcess, work: () => Promise<unknown>): Promise<number> {
  const before = await server.cpuMicros();
  await work();
  return (await server.cpuMicros()) - before;
}
