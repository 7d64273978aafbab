/** Where pages are, in one place: a page that moves is changed here. */
export const routes = {
  home: '/pages/home/home',
  trips: '/pages/trips/trips',
  statement: '/packages/trips/statement/statement',
  explain: (tripId: string) => `/packages/trips/explain/explain?tripId=${encodeURIComponent(tripId)}`,
  consent: '/packages/welcome/consent/consent',
  bindCard: '/packages/cards/bind/bind',
  methodology: '/packages/about/methodology/methodology',
} as const;
