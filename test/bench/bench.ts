import type { Processes } from './processes/processes';
import type { Programs } from './processes/programs';

/** What a value should be; a value without a goal is only reported. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number };

export interface Measurement {
  /** Unique over all benches, `<bench>/<what>[/<how>]`. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal?: Goal;
  /** The lowest and the highest round, where the value is a median. */
  readonly spread?: readonly [lowest: number, highest: number];
}

/** What a bench gets to work with. */
export interface BenchContext {
  /** The project's folder. */
  readonly root: string;
  /** Empty at the start, this bench's own, gone afterwards. */
  readonly folder: string;
  readonly programs: Programs;
  readonly processes: Processes;
  /** One tiny round without a warm-up: shows that everything runs, says nothing about speed. */
  readonly isQuick: boolean;
  /** The rounds to measure: `usual`, or one when it has to be quick. */
  rounds(usual: number): number;
  /** How many of something to do in a round: `usual`, or a handful when it has to be quick. */
  amount(usual: number): number;
  /** For every Node process that is measured: empty, or those that make it write a profile. */
  readonly nodeFlags: readonly string[];
  /** Shows what is going on. */
  say(text: string): void;
}

/** One measurement or a few that share their set-up. */
export interface Bench {
  /** What `--only` takes; the first part of its measurements' names. */
  readonly name: string;
  /** One line for people. */
  readonly purpose: string;
  run(context: BenchContext): Promise<Measurement[]>;
}
