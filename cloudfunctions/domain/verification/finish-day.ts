import { isDatabaseError, type Platform } from '../../platform';
import { daysWithUnsealed, type Seal } from '../seals';
import { partsOf } from './check-day-part';
import { equationOf, placeOf } from './equation';
import { addPlaceSums, negative } from './place-sums';
import { type DayPart, type Finding, type PlaceSum, parts, type Totals, totals } from './store';

const PARTS_A_CALL = 100;

async function* walkParts(platform: Platform, day: string): AsyncGenerator<DayPart> {
  for (let after = `${day}:`; ; ) {
    const page: DayPart[] = await platform.database.find(parts, {
      where: { _id: partsOf(day, after) },
      orderBy: [['_id', 'asc']],
      limit: PARTS_A_CALL,
    });
    yield* page;
    if (page.length < PARTS_A_CALL) return;
    after = page.at(-1)!._id;
  }
}

const nothing = ({ day, root }: Seal, checkedAtMs: number): Totals => ({
  _id: day,
  root,
  sums: [],
  tripGrams: 0,
  forgottenGrams: 0,
  entries: 0,
  links: 0,
  replayed: 0,
  accounts: 0,
  checkedAtMs,
});

/** Sums of accounts without a document, the places that a seal counts. */
const openPlaces = [
  'mint',
  'conversion',
  'intake',
  'retired',
  'expired',
  'settled',
  'deleted',
  'written-off',
];
const isOpen = ({ place }: PlaceSum): boolean => openPlaces.includes(place) || place === 'other';

/** Whether the seal says of accounts without a document what its entries add up to. */
function sealedSumsProblem(seal: Seal, added: readonly PlaceSum[]): string | null {
  const sealed = seal.sums.map(({ account, kind, origin, amount }) => ({
    place: placeOf(account),
    kind,
    origin,
    amount,
  }));
  const [wrong] = addPlaceSums([...sealed, ...negative(added.filter(isOpen))]);
  if (wrong === undefined) return null;
  return `its sums are not those of its entries: ${wrong.place} ${wrong.kind} ${wrong.origin} by ${wrong.amount}`;
}

const conserves = ({ sums, links, replayed }: Totals): boolean =>
  links === replayed && (['carbon', 'bonus'] as const).every(kind => equationOf(kind, sums).holds);

function conservationProblem({ sums, links, replayed }: Totals): string {
  const sides = (['carbon', 'bonus'] as const).map(kind => {
    const { minted, total } = equationOf(kind, sums);
    return `${kind} minted ${minted}, elsewhere ${total}`;
  });
  return `the two sides differ: ${sides.join('; ')}; ${links} links in seals, ${replayed} in chains`;
}

const findingOf = (code: Finding['code'], day: string, problem: string): Finding => ({
  code,
  account: null,
  key: null,
  seq: null,
  day,
  problem,
});

/**
 * Adds a day whose parts are all there to the sums of the day before, and looks whether both sides are equal. While late
 * entries wait for their seal they may differ: accounts were replayed with entries that no day counts yet. Database calls:
 * one for each hundred parts and one or two more.
 */
export async function finishDay(platform: Platform, seal: Seal, before: Totals | null): Promise<Finding[]> {
  const added: PlaceSum[] = [];
  const next = {
    ...(before ?? nothing(seal, 0)),
    _id: seal.day,
    root: seal.root,
    checkedAtMs: platform.nowMs(),
  };
  for await (const part of walkParts(platform, seal.day)) {
    added.push(...part.sums);
    next.tripGrams += part.tripGrams;
    next.forgottenGrams += part.forgottenGrams;
    next.entries += part.entries;
    next.links += part.links;
    next.replayed += part.replayed;
    next.accounts += part.newAccounts;
  }
  const sealed = sealedSumsProblem(seal, added);
  if (sealed !== null) return [findingOf('WRONG_SEAL', seal.day, sealed)];
  next.sums = addPlaceSums([...(before?.sums ?? []), ...added]);
  if (!conserves(next) && (await daysWithUnsealed(platform, seal.day)).length === 0)
    return [findingOf('NOT_CONSERVED', seal.day, conservationProblem(next))];
  await addTotals(platform, next);
  return [];
}

async function addTotals(platform: Platform, next: Totals): Promise<void> {
  try {
    await platform.database.add(totals, next);
  } catch (error) {
    if (!isDatabaseError(error, 'duplicate')) throw error;
  }
}
