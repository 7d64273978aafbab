/** One picture for the documentation: a page of somebody's phone, and how the phone looks. */
export interface Picture {
  name: string;
  openid: string;
  /** Page with its query, or what finds out. */
  route: string;
  theme?: 'dark';
  elder?: boolean;
}

/** Has a card and a month of rides to and from work. */
const commuter = 'demo-commuter-001';

/** Replaced by the id of the latest trip. */
export const LATEST_TRIP = '<latest trip>';

export const pictures: readonly Picture[] = [
  { name: 'home', openid: commuter, route: '/pages/home/home' },
  { name: 'trips', openid: commuter, route: '/pages/trips/trips' },
  {
    name: 'explanation',
    openid: commuter,
    route: `/packages/trips/explain/explain?tripId=${LATEST_TRIP}`,
  },
  { name: 'self-proof', openid: commuter, route: '/packages/proof/self-proof/self-proof' },
  {
    name: 'open-ledger',
    openid: commuter,
    route: '/packages/proof/open-ledger/open-ledger',
    theme: 'dark',
  },
  { name: 'statement', openid: commuter, route: '/packages/trips/statement/statement' },
  { name: 'me', openid: commuter, route: '/pages/me/me' },
  { name: 'bind', openid: commuter, route: '/packages/cards/bind/bind' },
  { name: 'onboarding', openid: 'newcomer-picture', route: '/packages/welcome/onboarding/onboarding' },
  { name: 'home-dark', openid: commuter, route: '/pages/home/home', theme: 'dark' },
  { name: 'home-elder', openid: commuter, route: '/pages/home/home', elder: true },
];
