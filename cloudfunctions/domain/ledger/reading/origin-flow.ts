import { debtAccount, heldAccount } from '../account-names';
import type { Entry } from '../entry';

/** Grams of one origin that came to a rider and left him; `earned − takenBack = available + held − debt + repaid + gone`. */
export interface OriginFlow {
  earned: number;
  takenBack: number;
  available: number;
  held: number;
  debt: number;
  /** Given to repay what was owed of other origins; negative where others repaid this one. */
  repaid: number;
  gone: number;
  /** Of what is gone, by the day of the intake. */
  byIntake: Map<string, number>;
}

export const newFlow = (): OriginFlow => ({
  earned: 0,
  takenBack: 0,
  available: 0,
  held: 0,
  debt: 0,
  repaid: 0,
  gone: 0,
  byIntake: new Map(),
});

const INTAKE = 'pool-intake:';

/** What a movement between a rider's own part and somebody else adds, seen from the rider: negative when it comes in. */
function addOutside(flow: OriginFlow, other: string, leaving: number): void {
  if (other.startsWith('mint:')) {
    if (leaving > 0) flow.takenBack += leaving;
    else flow.earned -= leaving;
  } else if (other.startsWith('conversion:')) flow.repaid += leaving;
  else if (other.startsWith(INTAKE)) {
    const day = other.slice(INTAKE.length);
    flow.gone += leaving;
    flow.byIntake.set(day, (flow.byIntake.get(day) ?? 0) + leaving);
  }
}

/** Adds an entry of the rider's account. */
export function addEntry(
  { postings }: Pick<Entry, 'postings'>,
  account: string,
  flowOf: (origin: string) => OriginFlow,
): void {
  const parts = new Map<string, 'available' | 'held' | 'debt'>([
    [account, 'available'],
    [heldAccount(account), 'held'],
    [debtAccount(account), 'debt'],
  ]);
  for (const { source, destination, kind, lots } of postings) {
    if (kind !== 'carbon') continue;
    const [from, to] = [parts.get(source), parts.get(destination)];
    for (const { origin, amount } of lots) {
      const flow = flowOf(origin);
      // What is owed counts the other way round.
      if (from) flow[from] += from === 'debt' ? amount : -amount;
      if (to) flow[to] += to === 'debt' ? -amount : amount;
      if (from && !to) addOutside(flow, destination, amount);
      if (to && !from) addOutside(flow, source, -amount);
    }
  }
}
