import type { openLedgerProcedures } from '../../../contract/open-ledger';
import type { OutputOf } from '../../../contract/procedure';
import { type FactorSet, listFactorSets } from '../../../domain/factors';
import { kinds, listPools, partsOfOrigin, readPayingOut } from '../../../domain/ledger';
import { listRetirements } from '../../../domain/retirements';
import { latestSeals } from '../../../domain/seals';
import { equationOf, readVerification, type Verification } from '../../../domain/verification';
import type { HandlersOf } from '../handler';
import { sealOf } from './own-proof';

type OpenLedger = OutputOf<(typeof openLedgerProcedures)['openLedger.read']>;

const SEALS_SHOWN = 10;
const RETIRED_SHOWN = 20;

/** Until partners of other cities join, the product has the city of its first one. */
const CITY_VARIABLE = 'FIRST_PARTNER_CITY';

function equationsOf({ totals }: Verification): OpenLedger['equations'] {
  if (!totals) return null;
  const { _id: day, sums, tripGrams: grams, forgottenGrams, checkedAtMs } = totals;
  const equations = kinds.map(kind => equationOf(kind, sums));
  const { minted } = equationOf('carbon', sums);
  return {
    day,
    checkedAtMs,
    kinds: equations,
    trips: { minted, grams, forgottenGrams, holds: minted === grams },
  };
}

/** The part of an entry's key that may be a uid: 26 characters of Crockford's base 32. */
const RANDOM_ID = /\b[0-9a-hjkmnp-tv-z]{22}([0-9a-hjkmnp-tv-z]{4})\b/g;

/** An entry's key for everybody: whose it is nobody learns from its last four characters. */
const publicKey = (key: string | null): string | null => key?.replace(RANDOM_ID, '…$1') ?? null;

function verificationOf({ totals, whole, findings, findingCount }: Verification): OpenLedger['verification'] {
  const isChecked = totals !== null || (whole?.wholeAtMs ?? null) !== null;
  return {
    state: findingCount > 0 ? 'failed' : isChecked ? 'sound' : 'unchecked',
    checkedDay: totals?._id ?? null,
    checkedAtMs: totals?.checkedAtMs ?? null,
    entries: totals?.entries ?? 0,
    accounts: totals?.accounts ?? 0,
    wholeAtMs: whole?.wholeAtMs ?? null,
    wholeEntries: whole?.wholeEntries ?? 0,
    findings: findings.map(({ code, key, seq, day, foundAtMs }) => ({
      code,
      key: publicKey(key),
      seq,
      day,
      foundAtMs,
    })),
    findingCount,
  };
}

const factorSetOf = (set: FactorSet): OpenLedger['factorSets'][number] => ({
  setId: set._id,
  setName: set.name,
  validFromDay: set.validFromDay,
  validToDay: set.validToDay,
  sources: [...new Set(set.rows.map(({ source }) => source))],
  uncertaintyNote: set.uncertaintyNote,
});

const POOL = 'pool:';

export const openLedgerHandlers: HandlersOf<typeof openLedgerProcedures> = {
  'openLedger.read': {
    access: 'visitor',
    run: async ({ platform }) => {
      const [seals, verification, state, sets, pools, retired] = await Promise.all([
        latestSeals(platform, 'ledger', SEALS_SHOWN),
        readVerification(platform),
        readPayingOut(platform),
        listFactorSets(platform, platform.variable(CITY_VARIABLE)),
        listPools(platform),
        listRetirements(platform, { limit: RETIRED_SHOWN }),
      ]);
      return {
        atMs: platform.nowMs(),
        seals: seals.map(sealOf),
        equations: equationsOf(verification),
        verification: verificationOf(verification),
        payingOut: { goesOn: state.payingOut, sinceMs: state.sinceMs },
        factorSets: sets.map(factorSetOf),
        pools: pools.map(({ _id, serials }) => {
          const origin = _id.slice(POOL.length);
          return { origin, ...partsOfOrigin(origin), issued: serials?.issued ?? 0, left: serials?.left ?? 0 };
        }),
        retired: retired.retired,
        retiredBefore: retired.nextBefore,
      };
    },
  },
  'openLedger.retired': {
    access: 'visitor',
    run: ({ platform, input }) => listRetirements(platform, input),
  },
  'openLedger.seals': {
    access: 'visitor',
    run: async ({ platform, input: { before, limit } }) => {
      const found = await latestSeals(platform, 'ledger', limit + 1, before);
      const seals = found.slice(0, limit);
      return { seals: seals.map(sealOf), nextBefore: found.length > limit ? seals.at(-1)!.day : null };
    },
  },
};
