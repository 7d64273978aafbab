/** Where pages are, in one place: a page that moves is changed here. */
export const routes = {
  home: '/pages/home/home',
  trips: '/pages/trips/trips',
  statement: '/packages/trips/statement/statement',
  explain: (tripId: string) => `/packages/trips/explain/explain?tripId=${encodeURIComponent(tripId)}`,
  me: '/pages/me/me',
  consent: '/packages/welcome/consent/consent',
  onboarding: '/packages/welcome/onboarding/onboarding',
  cards: '/packages/cards/cards/cards',
  bindCard: '/packages/cards/bind/bind',
  notices: '/packages/inbox/notices/notices',
  methodology: '/packages/about/methodology/methodology',
  privacy: '/packages/about/privacy/privacy',
  about: '/packages/about/about/about',
  staff: '/packages/staff/desk/desk',
} as const;
