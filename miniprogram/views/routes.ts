/** Where pages are, in one place: a page that moves is changed here. */
export const routes = {
  home: '/pages/home/home',
  trips: '/pages/trips/trips',
  statement: '/packages/trips/statement/statement',
  /** What came and went by month, of a year. */
  months: '/packages/trips/months/months',
  searchEntries: '/packages/trips/search/search',
  entriesOf: (month: string) => `/packages/trips/search/search?month=${month}`,
  dayBalance: '/packages/trips/day-balance/day-balance',
  exportStatement: '/packages/trips/export/export',
  yearPicture: '/packages/trips/year-picture/year-picture',
  /** A month by way of travelling and by source, and its picture. */
  earningMonth: (month: string) => `/packages/trips/month/month?month=${month}`,
  monthPicture: (month: string) => `/packages/trips/month-picture/month-picture?month=${month}`,
  /** Of the latest milestone without a key. */
  milestonePicture: (key: string) => `/packages/trips/milestone-picture/milestone-picture?key=${key}`,
  explain: (tripId: string) => `/packages/trips/explain/explain?tripId=${encodeURIComponent(tripId)}`,
  ownTrip: (ownTripId: string) =>
    `/packages/trips/own-trip/own-trip?ownTripId=${encodeURIComponent(ownTripId)}`,
  /** One trip, one scheme: what is claimed elsewhere. */
  schemes: '/packages/schemes/register/register',
  claim: (tripId: string) => `/packages/schemes/register/register?tripId=${encodeURIComponent(tripId)}`,
  me: '/pages/me/me',
  consent: '/packages/welcome/consent/consent',
  onboarding: '/packages/welcome/onboarding/onboarding',
  /** All ways of earning. */
  ways: '/packages/earning/ways/ways',
  steps: '/packages/steps/steps/steps',
  /** Trips declared with a screenshot. */
  reports: '/packages/report/reports/reports',
  declareTrip: '/packages/report/declare/declare',
  report: (reportId: string) => `/packages/report/report/report?reportId=${encodeURIComponent(reportId)}`,
  cards: '/packages/cards/cards/cards',
  bindCard: '/packages/cards/bind/bind',
  /** Trips of riders who buy tickets: by codes at stations. */
  stationTrip: '/packages/station/trip/trip',
  /** Recording a bicycle trip, and what it was judged. */
  recordTrack: '/packages/track/record/record',
  trackResult: (trackId: string) => `/packages/track/result/result?trackId=${encodeURIComponent(trackId)}`,
  notices: '/packages/inbox/notices/notices',
  /** Messages that WeChat may bring, and how many are left. */
  reminders: '/packages/inbox/reminders/reminders',
  benefits: '/packages/benefits/benefits/benefits',
  funds: '/packages/giving/funds/funds',
  donation: (fundId: string) => `/packages/giving/donation/donation?fundId=${encodeURIComponent(fundId)}`,
  milestones: '/packages/milestones/milestones/milestones',
  plans: '/packages/plans/plans/plans',
  planPlace: (end: 'from' | 'to') => `/packages/plans/place/place?end=${end}`,
  methodology: '/packages/about/methodology/methodology',
  privacy: '/packages/about/privacy/privacy',
  keptData: '/packages/my-data/kept/kept',
  exportData: '/packages/my-data/export/export',
  closeAccount: '/packages/my-data/closing/closing',
  about: '/packages/about/about/about',
  openLedger: '/packages/proof/open-ledger/open-ledger',
  selfProof: '/packages/proof/self-proof/self-proof',
  provenance: '/packages/proof/provenance/provenance',
  staff: '/packages/staff/desk/desk',
} as const;
