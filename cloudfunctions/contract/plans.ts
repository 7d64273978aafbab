import * as z from 'zod';
import { page } from './page';
import type { ProcedureContract } from './procedure';

const longitude = z.number().min(-180, '经度应在 -180 和 180 之间').max(180, '经度应在 -180 和 180 之间');
const latitude = z.number().min(-90, '纬度应在 -90 和 90 之间').max(90, '纬度应在 -90 和 90 之间');
const name = z.string().trim().min(1, '请给地点起个名字').max(20, '名字最多 20 个字');

/** A station by its name, or a point that the rider has named; points are kept to about a hundred metres. */
export const planPlace = z.union([
  z.strictObject({ station: z.string().trim().min(1).max(30) }),
  z.strictObject({ name, longitude, latitude }),
]);
export type PlanPlace = z.infer<typeof planPlace>;

/** `home` and `work` are there once each. */
export const placeKinds = ['home', 'work', 'other'] as const;
export type PlaceKind = (typeof placeKinds)[number];

const favourite = z.strictObject({
  placeId: z.string(),
  kind: z.enum(placeKinds),
  name: z.string(),
  place: planPlace,
});

/** Why a way of travel is not offered between two places. */
export const unfitReasons = ['no-station', 'same-station', 'too-far'] as const;
export type UnfitReason = (typeof unfitReasons)[number];

const estimate = {
  distanceMetres: z.int().min(0),
  minutes: z.int().min(0),
};

const option = z.strictObject({
  mode: z.string(),
  ...estimate,
  /** Avoided, by the set's factor; a verified trip brings as many credits, up to the caps. */
  grams: z.int().min(0),
  credits: z.int().min(0),
  /** Of the metro: the lines in the order of travel, and where one gets on and off. */
  lines: z.array(z.string()),
  entry: z.string().nullable(),
  exit: z.string().nullable(),
  /** Null for what can be planned. */
  unfit: z.enum(unfitReasons).nullable(),
});

/** The published numbers of plans. */
const terms = z.strictObject({
  bonus: z.int().min(0),
  /** Plans of one Beijing day that pay it. */
  paidADay: z.int().min(0),
  /** Plans that can be made for one Beijing day. */
  madeADay: z.int().min(0),
  /** How close to the plan's places the trip has to begin and end. */
  nearMetres: z.int(),
  /** Days that a trip may come late from the operator. */
  lateDays: z.int(),
});

/** `kept`: waits for its trip. `undone`: the trip was taken back later, and the bonus with it. */
export const planStates = ['kept', 'fulfilled', 'missed', 'dropped', 'undone'] as const;
export type PlanState = (typeof planStates)[number];

const plan = z.strictObject({
  planId: z.string(),
  state: z.enum(planStates),
  /** The Beijing day that it is for. */
  day: z.string(),
  mode: z.string(),
  from: z.string(),
  to: z.string(),
  ...estimate,
  /** As it was estimated. */
  grams: z.int().min(0),
  madeAtMs: z.int(),
  /** When it was fulfilled, missed or dropped. */
  endedAtMs: z.int().nullable(),
  tripId: z.string().nullable(),
  bonus: z.int().min(0),
});

const planId = z.string().min(1).max(60);

export const plansProcedures = {
  /** The stations that can be named, with their lines. */
  'plans.stations': {
    input: z.strictObject({}),
    output: z.strictObject({
      stations: z.array(z.strictObject({ name: z.string(), lines: z.array(z.string()) })),
    }),
    mutating: false,
  },
  /** What each way of travel saves between two places; going by car saves nothing and is what it is compared with. */
  'plans.compare': {
    input: z.strictObject({ from: planPlace, to: planPlace }),
    output: z.strictObject({
      options: z.array(option),
      car: z.strictObject(estimate),
      terms,
    }),
    mutating: false,
  },
  /** The places that the rider has kept. */
  'plans.places': {
    input: z.strictObject({}),
    output: z.strictObject({ places: z.array(favourite) }),
    mutating: false,
  },
  /** Keeps a place; `home` and `work` take the place of the one before. The rider has agreed to this very thing. */
  'plans.savePlace': {
    input: z.strictObject({
      kind: z.enum(placeKinds),
      name,
      place: planPlace,
      agreed: z.literal(true, '保存地点要先勾选同意'),
    }),
    output: z.strictObject({ places: z.array(favourite) }),
    mutating: true,
  },
  /** Forgets a place, or all of them. */
  'plans.forgetPlace': {
    input: z.strictObject({ placeId: z.string().min(1).max(60).optional() }),
    output: z.strictObject({ places: z.array(favourite) }),
    mutating: true,
  },
  /** Keeps a plan for today or tomorrow. */
  'plans.keep': {
    input: z.strictObject({
      from: planPlace,
      to: planPlace,
      mode: z.string().min(1).max(40),
      when: z.enum(['today', 'tomorrow']).default('today'),
    }),
    output: z.strictObject({ plan }),
    mutating: true,
  },
  /** Gives a plan up that waits for its trip; it counts as nothing. */
  'plans.drop': {
    input: z.strictObject({ planId }),
    output: z.strictObject({ plan }),
    mutating: true,
  },
  /** Looks now for the trip of a plan, which the timer does as well. */
  'plans.check': {
    input: z.strictObject({ planId }),
    output: z.strictObject({ plan }),
    mutating: true,
  },
  /** The rider's plans, latest first, and this week's count. */
  'plans.list': {
    input: page,
    output: z.strictObject({
      plans: z.array(plan),
      nextCursor: z.string().nullable(),
      /** By the day that the plans are for, Monday to Sunday. */
      week: z.strictObject({
        monday: z.string(),
        made: z.int().min(0),
        fulfilled: z.int().min(0),
        missed: z.int().min(0),
      }),
      terms,
    }),
    mutating: false,
  },
} as const satisfies Record<string, ProcedureContract>;
