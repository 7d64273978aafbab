import type { ProcedureInput, ProcedureOutput } from '../../../../cloudfunctions/contract/procedures';
import { type Copy, keepCopy } from '../../../services/offline-copy';
import { call, callOnce } from '../../../services/rpc';

export type PlansPage = ProcedureOutput<'plans.list'>;
export type Plan = PlansPage['plans'][number];
export type Comparison = ProcedureOutput<'plans.compare'>;
export type Option = Comparison['options'][number];
export type Favourite = ProcedureOutput<'plans.places'>['places'][number];
export type Place = Favourite['place'];
export type Station = ProcedureOutput<'plans.stations'>['stations'][number];

const PAGE_LIMIT = 20;

/** The rider's plans, latest first. Only the first page has an offline copy. */
export const firstPlans = (): Promise<Copy<PlansPage>> =>
  keepCopy('plans', () => call('plans.list', { limit: PAGE_LIMIT }));

export const morePlans = (cursor: string): Promise<PlansPage> =>
  call('plans.list', { cursor, limit: PAGE_LIMIT });

export const comparePlaces = (from: Place, to: Place): Promise<Comparison> =>
  call('plans.compare', { from, to });

export const keepPlan = async (input: ProcedureInput<'plans.keep'>): Promise<Plan> =>
  (await callOnce('plans.keep', input)).plan;

export const dropPlan = async (planId: string): Promise<Plan> =>
  (await callOnce('plans.drop', { planId })).plan;

/** Looks for the trip of a plan now. */
export const checkPlan = async (planId: string): Promise<Plan> =>
  (await callOnce('plans.check', { planId })).plan;

/** Not kept on the phone: where somebody lives is kept at one place only. */
export const savedPlaces = async (): Promise<Favourite[]> => (await call('plans.places', {})).places;

export const savePlace = async (input: ProcedureInput<'plans.savePlace'>): Promise<Favourite[]> =>
  (await callOnce('plans.savePlace', input)).places;

/** One place, or all of them. */
export const forgetPlace = async (placeId?: string): Promise<Favourite[]> =>
  (await callOnce('plans.forgetPlace', placeId === undefined ? {} : { placeId })).places;

export const knownStations = (): Promise<Copy<ProcedureOutput<'plans.stations'>>> =>
  keepCopy('stations', () => call('plans.stations', {}));
