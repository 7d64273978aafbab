import { personalDataKinds } from '../../cloudfunctions/contract/personal-data';
import { personalParts } from '../../cloudfunctions/functions/personal-parts';
import { assembleManifest } from '../../local/build/product/assemble-manifest';
import { findSources } from '../../local/build/product/find-sources';
import { loadDeclarations } from '../../local/build/product/load-declarations';

/** Collections that hold nothing about a rider but, where it says so, the random uid; and why. */
const impersonal: Readonly<Record<string, string>> = {
  alarms: 'of staff; names accounts',
  audit_chains: 'of staff',
  audit_entries: 'of staff; a look at a rider names the uid, and is never changed',
  benefit_offers: 'published',
  donation_funds: 'published',
  factor_cities: 'published',
  factor_sets: 'published',
  job_runs: 'names of jobs',
  ledger_checkpoints: 'accounts, as the ledger names them',
  ledger_day_parts: 'accounts, as the ledger names them; gone by themselves',
  ledger_findings: 'accounts and entries, as the ledger names them',
  ledger_leases: 'campaigns',
  ledger_state: 'the brake',
  ledger_totals: 'sums of open accounts',
  ledger_verification: 'accounts, as the ledger names them',
  parameters: 'of the product',
  partners: 'of partners',
  partner_days: 'counts and hashes of partners',
  partner_trials: 'of partners',
  partner_nonces: 'of partners',
  partner_uses: 'of partners',
  pool_serials: 'numbers of pools',
  seal_intakes: 'days',
  seals: 'roots and sums',
  shared_cars: 'keyed digests of cars and tickets, without a rider; gone by themselves',
  station_posters: 'editions of posters',
  unbound_cards: 'keyed digests of partners’ cards, without a rider; gone by themselves',
  seal_leaves: 'hashes, with uids as the ledger has them',
};

const root = process.cwd();
const declared = async (): Promise<string[]> => {
  const { collections } = assembleManifest(await loadDeclarations(root, findSources(root)));
  return collections.map(({ name }) => name);
};

const isOfStaff = (name: string): boolean => name.startsWith('staff_') || name.startsWith('approval');

/**
 * A new collection is in one of two places: in a part of `functions/personal-parts.ts`, which shows, exports and forgets what it
 * holds about riders; or in the list above, with the reason why it holds nothing. Otherwise a closed account would leave
 * something behind.
 */
test('every collection is a part of the personal data, or is known to hold none', async () => {
  const parts = personalParts.flatMap(({ collections }) => collections);
  const all = await declared();
  const unknown = all.filter(
    name => !parts.includes(name) && !isOfStaff(name) && impersonal[name] === undefined,
  );
  expect(unknown).toEqual([]);
  expect([...parts, ...Object.keys(impersonal)].filter(name => !all.includes(name))).toEqual([]);
});

test('each kind of the contract is one part, so that a rider sees all of them', () => {
  expect(personalParts.map(({ kind }) => kind).sort()).toEqual([...personalDataKinds].sort());
});
