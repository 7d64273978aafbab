/** What a rider can be paid for trips that nobody signed, by one source. */
export interface OwnTripCaps {
  /** Bonus of the trips that begin in one Beijing day. */
  dayBonusCap: number;
  monthBonusCap: number;
  /** How many trips of a month are paid. */
  monthTrips: number;
}

/** The numbers that people may change without a new release. */
export interface Parameters {
  version: number;
  /** From when on it is in force. */
  activeFromMs: number;
  earning: {
    /** Credited grams of a rider in a Beijing day and month. */
    dayCapGrams: number;
    monthCapGrams: number;
    /** Further caps a day by source of the trip. */
    sourceDayCapGrams: Readonly<Record<string, number>>;
    /** Not in the first versions, nor every source in every version; `ownTripCaps` has a default for each. */
    ownTrips?: Readonly<Record<string, OwnTripCaps>>;
    /** What a fulfilled plan pays, and how many of a day do. Not in the first versions; whoever reads it has a default. */
    plans?: { bonus?: number; paidADay?: number };
  };
  ledger: {
    /** Credits are valid to the end of this many months after the month of crediting. */
    expiryMonths: number;
    /** Carbon stays a lot of its own for this long. */
    reversalWindowDays: number;
    /** Most lots that an account may hold. */
    lotLimit: number;
  };
  /** Not in the first versions; whoever reads it has a default. */
  staff?: {
    /** Who has to agree to a new account of staff, of `superior`, `office` and `network`, in this order. */
    applicationChain: readonly string[];
  };
}

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const fieldsOfOwnTrips = ({ ownTrips = {} }: Parameters['earning']): [string, unknown][] =>
  Object.entries(ownTrips).flatMap(([source, caps]) =>
    (['dayBonusCap', 'monthBonusCap', 'monthTrips'] as const).map((field): [string, unknown] => [
      `earning.ownTrips.${source}.${field}`,
      caps[field],
    ]),
  );

/**
 * What is wrong with a version, or null. People edit versions in a console that knows no types: a text where a number
 * belongs must stop here, not in a sum.
 */
export function parametersProblem(parameters: Parameters): string | null {
  const { version, activeFromMs, earning, ledger } = parameters;
  if (!earning?.sourceDayCapGrams) return 'earning.sourceDayCapGrams is missing';
  const fields: [string, unknown][] = [
    ['version', version],
    ['activeFromMs', activeFromMs],
    ['earning.dayCapGrams', earning.dayCapGrams],
    ['earning.monthCapGrams', earning.monthCapGrams],
    ['ledger.expiryMonths', ledger?.expiryMonths],
    ['ledger.reversalWindowDays', ledger?.reversalWindowDays],
    ['ledger.lotLimit', ledger?.lotLimit],
    ...Object.entries(earning.plans ?? {}).map(([name, number]): [string, unknown] => [
      `earning.plans.${name}`,
      number,
    ]),
    ...Object.entries(earning.sourceDayCapGrams).map(([source, cap]): [string, unknown] => [
      `earning.sourceDayCapGrams.${source}`,
      cap,
    ]),
    ...fieldsOfOwnTrips(earning),
  ];
  const wrong = fields.find(([, value]) => !isWhole(value));
  return wrong ? `${wrong[0]} is not a whole number` : null;
}

/** The version in force at that time: the one that started last, and of two that started together the newer one. */
export function versionAt<Version extends { version: number; activeFromMs: number }>(
  versions: readonly Version[],
  atMs: number,
): Version | undefined {
  return versions
    .filter(version => version.activeFromMs <= atMs)
    .sort((left, right) => right.activeFromMs - left.activeFromMs || right.version - left.version)[0];
}
