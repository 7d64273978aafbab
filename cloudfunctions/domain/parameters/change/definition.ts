import { ownTripCaps } from '../own-trip-caps';
import type { OwnTripCaps, Parameters } from '../rules';

/** One number that people may change, with everything that they have to know before they do. */
export interface Definition {
  /** What approvals and the audit log name it by; never renamed. */
  path: string;
  label: string;
  unit: string;
  least: number;
  most: number;
  /** What a change brings about, in Chinese words. */
  effect: string;
  read(parameters: Parameters): number;
  /** The same parameters with this one changed. */
  write(parameters: Parameters, value: number): Parameters;
}

export interface Group {
  title: string;
  definitions: readonly Definition[];
}

type Words = Omit<Definition, 'read' | 'write'>;
type Earning = Parameters['earning'];
type Ledger = Parameters['ledger'];

export const ofEarning = (
  field: { [Name in keyof Earning]-?: Earning[Name] extends number ? Name : never }[keyof Earning],
  words: Omit<Words, 'path'>,
): Definition => ({
  path: `earning.${field}`,
  ...words,
  read: ({ earning }) => earning[field],
  write: (parameters, value) => ({ ...parameters, earning: { ...parameters.earning, [field]: value } }),
});

/** A cap of one source of trips; `unset` is what a version without it is shown with. */
export const ofSource = (source: string, unset: number, words: Omit<Words, 'path'>): Definition => ({
  path: `earning.sourceDayCapGrams.${source}`,
  ...words,
  read: ({ earning }) => earning.sourceDayCapGrams[source] ?? unset,
  write: (parameters, value) => {
    const sourceDayCapGrams = { ...parameters.earning.sourceDayCapGrams, [source]: value };
    return { ...parameters, earning: { ...parameters.earning, sourceDayCapGrams } };
  },
});

/** One cap of a source of own trips; a version without it is shown with the default. */
export const ofOwnTrips = (
  source: string,
  field: keyof OwnTripCaps,
  words: Omit<Words, 'path'>,
): Definition => ({
  path: `earning.ownTrips.${source}.${field}`,
  ...words,
  read: parameters => ownTripCaps(parameters, source)[field],
  write: (parameters, value) => {
    const { earning } = parameters;
    const caps = { ...ownTripCaps(parameters, source), [field]: value };
    return { ...parameters, earning: { ...earning, ownTrips: { ...earning.ownTrips, [source]: caps } } };
  },
});

/** A number of low-carbon plans; `unset` is what a version without it is shown with. */
export const ofPlans = (
  field: keyof NonNullable<Earning['plans']>,
  unset: number,
  words: Omit<Words, 'path'>,
): Definition => ({
  path: `earning.plans.${field}`,
  ...words,
  read: ({ earning }) => earning.plans?.[field] ?? unset,
  write: (parameters, value) => {
    const plans = { ...parameters.earning.plans, [field]: value };
    return { ...parameters, earning: { ...parameters.earning, plans } };
  },
});

export const ofLedger = (field: keyof Ledger, words: Omit<Words, 'path'>): Definition => ({
  path: `ledger.${field}`,
  ...words,
  read: ({ ledger }) => ledger[field],
  write: (parameters, value) => ({ ...parameters, ledger: { ...parameters.ledger, [field]: value } }),
});

/** In the order in which an application passes them. */
const links: readonly string[] = ['superior', 'office', 'network'];

const chainOf = ({ staff }: Parameters): readonly string[] => staff?.applicationChain ?? links;

/** Whether a link is part of the chain of approvers, as 1 or 0. */
export const ofChain = (link: string, words: Pick<Words, 'label' | 'effect'>): Definition => ({
  path: `staff.applicationChain.${link}`,
  unit: '1 需要，0 不需要',
  least: 0,
  most: 1,
  ...words,
  read: parameters => Number(chainOf(parameters).includes(link)),
  write: (parameters, value) => {
    const chain = chainOf(parameters);
    const applicationChain = links.filter(one => (one === link ? value === 1 : chain.includes(one)));
    return { ...parameters, staff: { ...parameters.staff, applicationChain } };
  },
});
