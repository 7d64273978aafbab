import type * as z from 'zod';
import { Refusal } from '../../../contract/errors';
import type { seal as shownSeal } from '../../../contract/open-ledger';
import type { ownProofProcedures } from '../../../contract/own-proof';
import {
  listChain,
  listChainOfDay,
  type OriginTrace,
  partsOfOrigin,
  readAccount,
  traceGrams,
  userAccount,
} from '../../../domain/ledger';
import { readCertificates } from '../../../domain/retirements';
import { proveDay, type Seal } from '../../../domain/seals';
import type { Platform } from '../../../platform';
import { isDay } from '../../../platform/beijing-time';
import type { HandlersOf } from '../handler';

/** Most entries of one day that are proved; a person has about two a day. */
const ENTRIES_PROVED = 200;

/** A seal as everybody may see it; its sums are on the page of the whole. */
export const sealOf = (seal: Seal): z.input<typeof shownSeal> => ({
  day: seal.day,
  root: seal.root,
  previousRoot: seal.previousRoot,
  leafCount: seal.leafCount,
  entryCount: seal.entryCount,
  lateCount: seal.lateCount,
  accounts: seal.accounts,
  sealedAtMs: seal.sealedAtMs,
});

/** What became of the grams, with whom they were retired for. One database call where some were. */
async function withBeneficiaries(platform: Platform, origins: readonly OriginTrace[]) {
  const retirements = origins.flatMap(({ intakes }) => intakes.flatMap(intake => intake.retirements));
  const certificates = await readCertificates(
    platform,
    retirements.map(({ entryKey }) => entryKey),
  );
  return origins.map(trace => ({
    ...trace,
    ...partsOfOrigin(trace.origin),
    intakes: trace.intakes.map(intake => ({
      ...intake,
      retirements: intake.retirements.map(({ entryKey, ...part }) => ({
        ...part,
        beneficiary: certificates.get(entryKey)?.beneficiary ?? null,
      })),
    })),
  }));
}

export const ownProofHandlers: HandlersOf<typeof ownProofProcedures> = {
  'ledger.chain': {
    access: 'rider',
    run: async ({ platform, uid, input }) => {
      const account = userAccount(uid);
      // The end first: whatever it counts is there when the entries are read.
      const document = await readAccount(platform, account);
      const entries = await listChain(platform, account, input);
      const end = document && {
        seq: document.seq,
        head: document.head,
        lots: document.lots.map(lot => ({ ...lot })),
        holds: document.holds.map(hold => ({ ...hold })),
        debts: document.debts.map(debt => ({ ...debt })),
      };
      return { account, entries: entries.map(entry => ({ ...entry })), end };
    },
  },
  'ledger.proof': {
    access: 'rider',
    run: async ({ platform, uid, input: { day } }) => {
      if (!isDay(day)) throw new Refusal('INVALID_INPUT', { field: 'day', reason: '没有这一天' });
      const account = userAccount(uid);
      const own = await listChainOfDay(platform, account, { day, limit: ENTRIES_PROVED });
      const proved = await proveDay(platform, 'ledger', day, {
        entries: own.map(({ _id }) => ({ place: _id, key: _id })),
        accounts: [account],
      });
      return {
        account,
        seal: proved.seal && sealOf(proved.seal),
        previousRoot: proved.previousRoot,
        entries: own.map(({ _id, seq, chain }, index) => ({
          key: _id,
          seq,
          hash: chain[0]!.hash,
          proof: proved.entries[index]!,
        })),
        head: proved.heads[0]!,
      };
    },
  },
  'ledger.provenance': {
    access: 'rider',
    run: async ({ platform, uid }) => {
      const { origins, isWhole } = await traceGrams(platform, uid);
      const shown = await withBeneficiaries(platform, origins);
      shown.sort((left, right) => (left.vintage < right.vintage ? 1 : -1));
      return { account: userAccount(uid), origins: shown, isWhole };
    },
  },
};
