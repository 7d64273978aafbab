import { thousands } from './amounts';
import type { Balance } from './balance';
import { beijingDay, beijingMonth } from './beijing-time';
import { whereTo } from './giving';
import { type Kind, partsTaken, type TakenLine, viewTaken } from './spending';

/** Which credits somebody wants to give. */
export type Choice = 'both' | Kind;

/** What the form knows: the balance as it was read, and what was chosen. */
export interface DonationForm {
  balance: Balance;
  choice: Choice;
  amount: number;
}

export interface DonationFormView {
  /** 0 when there is nothing to give of that choice. */
  available: number;
  availableText: string;
  /** How far one tap on plus or minus goes. */
  step: number;
  quick: { amount: number; text: string; isChosen: boolean }[];
  /** More than one kind is there, so there is something to choose. */
  choices: { choice: Choice; name: string; isChosen: boolean }[];
  amount: number;
  amountText: string;
  canLess: boolean;
  canMore: boolean;
  /** What is taken, in the order in which it is taken. */
  taken: TakenLine[];
  /** Where it goes, a sentence for each kind that is taken. */
  goesTo: string[];
  /** That a part cannot come back once the month is over; empty where that does not matter. */
  lastChance: string;
}

const choiceNames: readonly { choice: Choice; name: string }[] = [
  { choice: 'both', name: '都可以' },
  { choice: 'bonus', name: '只捐奖励' },
  { choice: 'carbon', name: '只捐减排' },
];

const kindsOf = (choice: Choice): readonly Kind[] => (choice === 'both' ? ['carbon', 'bonus'] : [choice]);

export const availableOf = (balance: Balance, choice: Choice): number =>
  kindsOf(choice).reduce((sum, kind) => sum + balance[kind].available, 0);

const STEPS = [1_000, 100, 10] as const;
/** At least so many taps lead from nothing to everything. */
const FEWEST_TAPS = 5;

/** Large enough that nobody taps a hundred times. */
export const stepOf = (available: number): number => STEPS.find(step => available >= FEWEST_TAPS * step) ?? 1;

/** Within what there is, and not less than one. */
export const withinBounds = (amount: number, available: number): number =>
  Math.max(Math.min(1, available), Math.min(available, amount));

/** The next whole step up or down: from 130 with steps of 100 to 200 or to 100. */
export function stepped(amount: number, step: number, direction: 1 | -1): number {
  const steps = direction === 1 ? Math.floor(amount / step) + 1 : Math.ceil(amount / step) - 1;
  return steps * step;
}

function quickAmounts(available: number, amount: number): DonationFormView['quick'] {
  const step = stepOf(available);
  const offers = [step, 2 * step, 5 * step].filter(offer => offer < available);
  const quick = offers.map(offer => ({ amount: offer, text: thousands(offer), isChosen: offer === amount }));
  return [...quick, { amount: available, text: '全部', isChosen: amount === available }];
}

const MINUTE_MS = 60_000;
/** Until a donation is given, at the latest when all goes well. */
const GIVEN_WITHIN_MS = 40 * MINUTE_MS;

/** Credits whose month ends before the time to think again does cannot come back after it. */
function lastChanceText(taken: readonly { month: string; amount: number }[], nowMs: number): string {
  const month = beijingMonth(nowMs);
  if (beijingMonth(nowMs + GIVEN_WITHIN_MS) === month) return '';
  const ending = taken.filter(part => part.month === month).reduce((sum, part) => sum + part.amount, 0);
  return ending === 0 ? '' : `其中 ${thousands(ending)} 今晚 24 点到期，过了 24 点再反悔，这部分不会退回。`;
}

/** What stands there before anything was chosen: one step, or all of it when that is less. */
export const firstForm = (balance: Balance): DonationForm => {
  const available = availableOf(balance, 'both');
  return { balance, choice: 'both', amount: withinBounds(stepOf(available), available) };
};

export function viewForm(
  { balance, choice, amount }: DonationForm,
  isExample: boolean,
  nowMs: number,
): DonationFormView {
  const available = availableOf(balance, choice);
  const kinds = kindsOf(choice);
  const taken = partsTaken(balance, amount, kinds, nowMs);
  const isMixed = balance.carbon.available > 0 && balance.bonus.available > 0;
  const kindsTaken = (['bonus', 'carbon'] as const).filter(kind => taken.some(part => part.kind === kind));
  return {
    available,
    availableText: thousands(available),
    step: stepOf(available),
    quick: quickAmounts(available, amount),
    choices: isMixed ? choiceNames.map(one => ({ ...one, isChosen: one.choice === choice })) : [],
    amount,
    amountText: thousands(amount),
    canLess: amount > 1,
    canMore: amount < available,
    taken: viewTaken(taken, beijingDay(nowMs)),
    goesTo: kindsTaken.map(kind => whereTo(kind, isExample)),
    lastChance: lastChanceText(taken, nowMs),
  };
}
