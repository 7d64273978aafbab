import type { ProcedureName, ProcedureOutput } from '../../../cloudfunctions/contract/procedures';
import { PICTURE_AT_MS } from './seed-people';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const UID = 'u'.repeat(26);

const bikeTrip: ProcedureOutput<'ownTrips.explain'>['trip'] = {
  ownTripId: `own:bike-track:${UID}:ride`,
  source: 'bike-track',
  mode: 'shared-bike',
  state: 'paid',
  fromMs: PICTURE_AT_MS - 70 * MINUTE_MS,
  toMs: PICTURE_AT_MS - 58 * MINUTE_MS,
  day: '2026-11-12',
  distanceMetres: 2_840,
  grams: 96,
  bonus: 30,
  cappedBy: 'day',
  reasons: [],
  metBy: null,
  entryKey: 'entry',
  replaced: null,
  decidedAtMs: PICTURE_AT_MS - 57 * MINUTE_MS,
};

const explanation: ProcedureOutput<'ownTrips.explain'> = {
  trip: bikeTrip,
  factor: {
    setId: 'sz-2021',
    setName: '深圳',
    mode: 'shared-bike',
    reductionMilligramsPerKm: 33_880,
    baselineMilligramsPerKm: null,
    emissionMilligramsPerKm: null,
    year: '2022',
    source: '哈啰出行企业标准，据媒体 2022-07-21 报道',
    standing: 'secondary',
  },
  salt: 'salt',
  evidence: {},
};

type Report = ProcedureOutput<'reports.get'>['report'];

const reportOf = (state: Report['state'], agoMs: number, changed: Partial<Report> = {}): Report => ({
  reportId: `own:self-report:${UID}:${state}`,
  state,
  claim: {
    mode: 'metro',
    from: '车公庙',
    to: '布吉',
    fromMs: PICTURE_AT_MS - agoMs,
    toMs: PICTURE_AT_MS - agoMs + 41 * MINUTE_MS,
    statedMetres: null,
    note: '手机没电，买的单程票',
  },
  distanceMetres: 14_034,
  credits: 327,
  madeAtMs: PICTURE_AT_MS - agoMs + HOUR_MS,
  decidedAtMs: null,
  refusal: null,
  appealUntilMs: null,
  appealWords: null,
  pictureUntilMs: null,
  ...changed,
});

const refused = reportOf('refused', 30 * HOUR_MS, {
  decidedAtMs: PICTURE_AT_MS - 27 * HOUR_MS,
  refusal: {
    code: 'facts-differ',
    words: '截图和填写的内容不一致，请核对后重新申报。审核说明：截图里看不到终点站',
  },
  appealUntilMs: PICTURE_AT_MS + 6 * DAY_MS,
});
const paid = reportOf('paid', 3 * DAY_MS, { decidedAtMs: PICTURE_AT_MS - 2 * DAY_MS });

const terms: ProcedureOutput<'reports.terms'> = {
  city: 'shenzhen',
  modes: [
    { mode: 'metro', label: '地铁', byStations: true },
    { mode: 'bus', label: '公交', byStations: false },
    { mode: 'shared-bike', label: '共享单车', byStations: false },
    { mode: 'shared-e-bike', label: '共享电单车', byStations: false },
  ],
  stations: ['布吉', '福田', '车公庙'],
  monthReports: 10,
  leftThisMonth: 6,
  oldestDays: 7,
  keptDays: 14,
  largestBytes: 2_000_000,
};

type Claim = ProcedureOutput<'schemes.list'>['claims'][number];

const claimOf = (state: Claim['state'], agoMs: number, changed: Partial<Claim> = {}): Claim => ({
  tripId: `trip:${state}`,
  isSigned: true,
  scheme: 'shenzhen-tpt',
  state,
  mode: 'metro',
  fromMs: PICTURE_AT_MS - agoMs,
  grams: 508,
  bonus: 0,
  declaredAtMs: PICTURE_AT_MS - HOUR_MS,
  revokedAtMs: null,
  ...changed,
});

const month: ProcedureOutput<'earning.month'> = {
  today: '2026-11-12',
  firstDay: '2026-10-24',
  month: '2026-11',
  rides: {
    trips: 21,
    grams: 9_846,
    metres: 231_400,
    days: 9,
    stations: 6,
    lines: [{ line: '11号线', trips: 14 }],
    modes: [
      { mode: 'metro', trips: 15, grams: 8_230 },
      { mode: 'bus', trips: 2, grams: 1_130 },
      { mode: 'shared-bike', trips: 4, grams: 486 },
    ],
    byDay: Array.from({ length: 30 }, (_, index) => ({
      day: `2026-11-${String(index + 1).padStart(2, '0')}`,
      trips: index < 12 && index % 7 !== 0 ? 2 : 0,
      grams: index < 12 && index % 7 !== 0 ? 400 + 150 * (index % 5) : 0,
    })),
  },
  incentives: [
    { source: 'steps', times: 9, credits: 1_296 },
    { source: 'station-code', times: 2, credits: 402 },
    { source: 'self-report', times: 1, credits: 200 },
    { source: 'bike-track', times: 3, credits: 132 },
    { source: 'plan', times: 3, credits: 60 },
  ],
};

/** Somebody with rows where others have none: what the server would answer after a month of every way of earning. */
export const recorderAnswers: Partial<{ [Name in ProcedureName]: ProcedureOutput<Name> }> = {
  'ownTrips.explain': explanation,
  'reports.terms': terms,
  'reports.list': {
    reports: [reportOf('waiting', 5 * HOUR_MS), refused, paid],
    nextCursor: null,
  },
  'reports.get': { report: refused, picture: null },
  'schemes.list': {
    claims: [
      claimOf('claimed', 25 * HOUR_MS),
      claimOf('revoked', 2 * DAY_MS, { scheme: 'other', revokedAtMs: PICTURE_AT_MS - MINUTE_MS }),
      claimOf('reversed', 3 * DAY_MS, { scheme: 'ant-forest' }),
    ],
    nextCursor: null,
  },
  'earning.month': month,
};
