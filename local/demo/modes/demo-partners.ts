/** Modes whose rides other partners than the metro's operator sign. */
export type SignedMode = 'bus' | 'shared-bike' | 'shared-e-bike' | 'nev' | 'carpool';

export const signedModes: readonly SignedMode[] = ['bus', 'shared-bike', 'shared-e-bike', 'nev', 'carpool'];

export const modeLabels: Readonly<Record<SignedMode, string>> = {
  bus: '公交',
  'shared-bike': '共享单车',
  'shared-e-bike': '共享电单车',
  nev: '新能源车',
  carpool: '合乘',
};

export interface DemoPartner {
  partnerId: string;
  /** Invented, and says so. */
  name: string;
  /** As in factor sets: it decides the factors, so what a city has none for belongs to another one. */
  city: 'shenzhen' | 'shanghai' | 'beijing';
  modes: readonly SignedMode[];
}

/** Who joins in the first days of the demo's month. */
export const demoPartners: readonly DemoPartner[] = [
  { partnerId: 'demo-bus', name: '示例巴士', city: 'shenzhen', modes: ['bus'] },
  { partnerId: 'demo-bikes', name: '示例单车', city: 'shenzhen', modes: ['shared-bike', 'shared-e-bike'] },
  { partnerId: 'demo-nev', name: '示例约车', city: 'shanghai', modes: ['nev'] },
  { partnerId: 'demo-carpool', name: '示例顺风车', city: 'beijing', modes: ['carpool'] },
];

export function partnerOf(mode: SignedMode): DemoPartner {
  const partner = demoPartners.find(({ modes }) => modes.includes(mode));
  if (partner === undefined) throw new RangeError(`nobody signs ${mode}`);
  return partner;
}

/** What the rider is called at that partner: an account of one's own at each, with the digits of the card. */
export const tokenAt = ({ partnerId }: DemoPartner, { riderToken }: { riderToken: string }): string =>
  `${partnerId}-${riderToken.replace(/^szt-/, '')}`;
