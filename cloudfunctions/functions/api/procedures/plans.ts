import type { plansProcedures } from '../../../contract/plans';
import { chooseFactorSet, listFactorSets } from '../../../domain/factors';
import { networkOf } from '../../../domain/network';
import { currentParameters } from '../../../domain/parameters';
import {
  checkPlan,
  compareModes,
  dropPlan,
  endsOf,
  forgetPlace,
  keepPlan,
  listPlaces,
  listPlans,
  readWeek,
  savePlace,
  termsOf,
} from '../../../domain/plans';
import { beijingDay } from '../../../platform/beijing-time';
import type { HandlersOf } from '../handler';

/** Until partners of other cities join, the product has the city of its first one. */
const CITY_VARIABLE = 'FIRST_PARTNER_CITY';

export const plansHandlers: HandlersOf<typeof plansProcedures> = {
  'plans.stations': {
    access: 'visitor',
    run: async ({ platform }) => {
      const network = networkOf(platform.variable(CITY_VARIABLE));
      const stations = network?.stations.map(({ name, lines }) => ({ name, lines: [...lines] })) ?? [];
      return { stations };
    },
  },
  'plans.compare': {
    access: 'rider',
    run: async ({ platform, input }) => {
      const city = platform.variable(CITY_VARIABLE);
      const ends = endsOf(city, input);
      const [sets, parameters] = await Promise.all([
        listFactorSets(platform, city),
        currentParameters(platform),
      ]);
      const set = chooseFactorSet(sets, city, beijingDay(platform.nowMs())) ?? { rows: [] };
      const { options, car } = compareModes(set, networkOf(city), ends);
      return {
        options: options.map(({ anchors: _, ...option }) => ({ ...option, credits: option.grams })),
        car,
        terms: termsOf(parameters),
      };
    },
  },
  'plans.places': {
    access: 'rider',
    run: async ({ platform, uid }) => ({ places: await listPlaces(platform, uid) }),
  },
  'plans.savePlace': {
    access: 'consenting-rider',
    run: async ({ platform, uid, request, input: { kind, name, place } }) => {
      const city = platform.variable(CITY_VARIABLE);
      return { places: await savePlace(platform, { uid, city, kind, name, place }, request) };
    },
  },
  'plans.forgetPlace': {
    access: 'rider',
    run: async ({ platform, uid, request, input: { placeId } }) => ({
      places: await forgetPlace(platform, { uid, placeId }, request),
    }),
  },
  'plans.keep': {
    access: 'consenting-rider',
    run: async ({ platform, uid, request, input }) => {
      const city = platform.variable(CITY_VARIABLE);
      return { plan: await keepPlan(platform, { uid, city, ...input }, request) };
    },
  },
  'plans.drop': {
    access: 'rider',
    run: async ({ platform, uid, request, input: { planId } }) => ({
      plan: await dropPlan(platform, { uid, planId }, request),
    }),
  },
  'plans.check': {
    access: 'rider',
    run: async ({ platform, uid, input: { planId } }) => ({
      plan: await checkPlan(platform, { uid, planId }),
    }),
  },
  'plans.list': {
    access: 'rider',
    run: async ({ platform, uid, input: { cursor, limit } }) => {
      const [page, week, parameters] = await Promise.all([
        listPlans(platform, { uid, cursor: cursor ?? null, limit }),
        readWeek(platform, uid),
        currentParameters(platform),
      ]);
      return { ...page, week, terms: termsOf(parameters) };
    },
  },
};
