import type * as z from 'zod';
import type { factorsProcedures } from '../../../contract/staff/factors';
import type { FactorRow } from '../../../domain/factors';
import { checkImport, findAllSets, requestImport } from '../../../domain/factors/import';
import type { HandlersOf } from '../handler';
import { recordRequest } from './record-request';

type ShownRow = z.input<(typeof factorsProcedures)['factors.checkImport']['output']>['rows'][number];

/** Only the numbers that its source published: the others are null. */
const shownRow = ({ form: _, ...row }: FactorRow): ShownRow => ({
  reductionMilligramsPerKm: null,
  baselineMilligramsPerKm: null,
  emissionMilligramsPerKm: null,
  ...row,
});

export const factorsHandlers: HandlersOf<typeof factorsProcedures> = {
  'factors.list': {
    access: 'member',
    read: async ({ platform }) => {
      const sets = await findAllSets(platform);
      return {
        sets: sets.map(({ _id: setId, rows, ...facts }) => ({ setId, ...facts, rows: rows.map(shownRow) })),
      };
    },
  },
  'factors.checkImport': {
    access: 'member',
    read: async ({ platform, input }) => {
      const { problems, differences, rows } = await checkImport(platform, input);
      return { problems, differences, rows: rows.map(shownRow) };
    },
  },
  'factors.requestImport': {
    access: 'member',
    write: async (transaction, call) => {
      const { platform, actor, input } = call;
      const request = { ...input, requesterId: actor.staffId };
      const { approvalId } = await requestImport(transaction, platform, request);
      const { csv: _, name: label, reason, ...facts } = input;
      await recordRequest(transaction, call, {
        action: 'factors.requestImport',
        target: `approval:${approvalId}`,
        after: { label, ...facts },
        reason,
      });
      return { approvalId };
    },
  },
};
