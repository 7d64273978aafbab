/** Who holds the phone: somebody with trips and cards, who has just come, or who has used every way of earning. */
export type Person = 'traveller' | 'newcomer' | 'recorder';

/** How a page is looked at. */
export interface PictureLook {
  theme: 'light' | 'dark';
  screen: { width: number; height: number };
}

const PHONE = { width: 390, height: 844 };

export const looks = {
  light: { theme: 'light', screen: PHONE },
  dark: { theme: 'dark', screen: PHONE },
  /** The smallest phone. */
  small: { theme: 'light', screen: { width: 320, height: 568 } },
  /** On a phone in elder mode. */
  elder: { theme: 'light', screen: PHONE },
} as const satisfies Record<string, PictureLook>;

export type LookName = keyof typeof looks;

/** Replaced by the id of the latest trip. */
export const LATEST_TRIP = '<latest trip>';

/** Every page, by the name that its pictures have. */
export const routes = {
  home: '/pages/home/home',
  trips: '/pages/trips/trips',
  me: '/pages/me/me',
  explanation: `/packages/trips/explain/explain?tripId=${LATEST_TRIP}`,
  'own-trip': '/packages/trips/own-trip/own-trip?ownTripId=own-trip',
  reports: '/packages/report/reports/reports',
  report: '/packages/report/report/report?reportId=report',
  declare: '/packages/report/declare/declare',
  schemes: '/packages/schemes/register/register',
  statement: '/packages/trips/statement/statement',
  months: '/packages/trips/months/months',
  search: '/packages/trips/search/search',
  'search-found': '/packages/trips/search/search?month=2026-11',
  'day-balance': '/packages/trips/day-balance/day-balance',
  export: '/packages/trips/export/export',
  'year-picture': '/packages/trips/year-picture/year-picture',
  month: '/packages/trips/month/month',
  'month-picture': '/packages/trips/month-picture/month-picture',
  milestones: '/packages/milestones/milestones/milestones',
  'milestone-picture': '/packages/trips/milestone-picture/milestone-picture',
  steps: '/packages/steps/steps/steps',
  ways: '/packages/earning/ways/ways',
  'record-track': '/packages/track/record/record',
  'track-result': `/packages/track/result/result?trackId=${'t'.repeat(26)}`,
  station: '/packages/station/trip/trip',
  cards: '/packages/cards/cards/cards',
  bind: '/packages/cards/bind/bind',
  notices: '/packages/inbox/notices/notices',
  reminders: '/packages/inbox/reminders/reminders',
  benefits: '/packages/benefits/benefits/benefits',
  funds: '/packages/giving/funds/funds',
  donation: '/packages/giving/donation/donation?fundId=example-planting',
  plans: '/packages/plans/plans/plans',
  'plan-place': '/packages/plans/place/place?end=from',
  privacy: '/packages/about/privacy/privacy',
  provenance: '/packages/proof/provenance/provenance',
  'kept-data': '/packages/my-data/kept/kept',
  'export-data': '/packages/my-data/export/export',
  'close-account': '/packages/my-data/closing/closing',
  methodology: '/packages/about/methodology/methodology',
  about: '/packages/about/about/about',
  consent: '/packages/welcome/consent/consent',
  onboarding: '/packages/welcome/onboarding/onboarding',
} as const;

export type PageName = keyof typeof routes;

/** One phone, and which of its pages is looked at how. */
export interface Album {
  person: Person;
  elder: boolean;
  pages: [page: PageName, looks: LookName[]][];
}

const everywhere: LookName[] = ['light', 'dark', 'small'];

export const albums: readonly Album[] = [
  {
    person: 'traveller',
    elder: false,
    pages: [
      ['home', everywhere],
      ['trips', everywhere],
      ['me', everywhere],
      ['explanation', everywhere],
      ['schemes', ['light', 'dark']],
      ['statement', everywhere],
      ['months', everywhere],
      ['search', ['light', 'dark']],
      ['search-found', ['light', 'small']],
      ['day-balance', everywhere],
      ['export', ['light', 'dark']],
      ['year-picture', everywhere],
      ['month', everywhere],
      ['month-picture', ['light', 'dark']],
      ['milestones', everywhere],
      ['milestone-picture', ['light']],
      ['ways', everywhere],
      ['steps', everywhere],
      ['record-track', everywhere],
      ['track-result', everywhere],
      ['station', everywhere],
      ['bind', everywhere],
      ['cards', ['light', 'dark']],
      ['notices', ['light', 'dark']],
      ['reminders', everywhere],
      ['funds', ['light', 'dark']],
      ['benefits', ['light', 'dark', 'small']],
      ['donation', everywhere],
      ['plans', everywhere],
      ['plan-place', ['light', 'dark']],
      ['privacy', ['light', 'dark']],
      ['provenance', ['light', 'dark', 'small']],
      ['kept-data', ['light', 'dark']],
      ['export-data', ['light', 'dark']],
      ['close-account', everywhere],
      ['methodology', ['light', 'dark']],
      ['about', ['light', 'dark']],
    ],
  },
  {
    person: 'newcomer',
    elder: false,
    pages: [
      ['home', everywhere],
      ['consent', ['light', 'dark']],
      ['onboarding', everywhere],
      // What is empty, or only to be read, looks different from what is full.
      ['station', ['light']],
      ['trips', ['light']],
      ['me', ['light']],
      ['statement', ['light']],
      ['months', ['light']],
      ['day-balance', ['light']],
      ['year-picture', ['light']],
      ['month', ['light']],
      ['milestones', ['light']],
      ['bind', ['light']],
      ['steps', ['light']],
      ['cards', ['light']],
      ['notices', ['light']],
      ['reminders', ['light']],
      ['donation', ['light']],
    ],
  },
  {
    person: 'traveller',
    elder: true,
    pages: [
      ['home', ['elder']],
      ['trips', ['elder']],
      ['me', ['elder']],
      ['explanation', ['elder']],
      ['statement', ['elder']],
      ['months', ['elder']],
      ['month', ['elder']],
      ['milestones', ['elder']],
      ['search-found', ['elder']],
      ['day-balance', ['elder']],
      ['plans', ['elder']],
      ['provenance', ['elder']],
      ['ways', ['elder']],
      ['steps', ['elder']],
      ['record-track', ['elder']],
      ['track-result', ['elder']],
      ['station', ['elder']],
      ['bind', ['elder']],
      ['donation', ['elder']],
      ['benefits', ['elder']],
      ['reminders', ['elder']],
    ],
  },
  { person: 'newcomer', elder: true, pages: [['home', ['elder']]] },
  {
    person: 'recorder',
    elder: false,
    pages: [
      ['own-trip', ['dark']],
      ['reports', ['dark']],
      ['report', ['light']],
      ['declare', ['dark']],
      ['schemes', ['dark']],
      ['month', ['light']],
    ],
  },
  {
    person: 'recorder',
    elder: true,
    pages: [
      ['own-trip', ['elder']],
      ['reports', ['elder']],
      ['report', ['elder']],
      ['declare', ['elder']],
      ['schemes', ['elder']],
      ['month', ['elder']],
    ],
  },
];

export function pictureName(person: Person, page: PageName, look: LookName): string {
  return person === 'traveller' ? `${page}-${look}` : `${page}-${person}-${look}`;
}
