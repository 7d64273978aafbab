import type { EnvironmentDeclaration } from './deployment';

/** Everything that is configured from outside; functions name what they read in their unit.ts. */
export const environment: EnvironmentDeclaration[] = [
  // The key of all keyed digests. Losing it makes past tickets and tokens unrecognisable: back it up.
  { name: 'EVIDENCE_KEY', generate: 'hex32' },
  // Closes the secrets of the staff's one-time codes. Losing it means that everybody sets up codes anew.
  { name: 'STAFF_KEY', generate: 'hex32' },
  // SHA-256 (hex) of the code by which the first administrator claims the team; `none`: nobody may. `npm run claim-code`.
  { name: 'FIRST_ADMIN_CODE_HASH', value: 'none' },
  // Closes the secrets of partners. Losing it means that every partner needs a new secret.
  { name: 'PARTNER_KEY', generate: 'hex32' },
  // Signs the codes at stations. Whoever has it can print posters; losing it means that all are printed anew.
  { name: 'STATION_KEY', generate: 'hex32' },
  // The first operator whose signed rides are taken, until the console changes him: from then on his document counts.
  { name: 'FIRST_PARTNER_ID', value: 'bawei' },
  { name: 'FIRST_PARTNER_NAME', value: '八维通' },
  // One live secret, or two separated by a comma while one replaces the other.
  { name: 'FIRST_PARTNER_SECRETS', generate: 'hex32' },
  // Separated by commas.
  { name: 'FIRST_PARTNER_MODES', value: 'metro' },
  { name: 'FIRST_PARTNER_CITY', value: 'shenzhen' },
  // Whose pushes are taken, and the token and key that the mini-program's message push is configured with.
  { name: 'MINIPROGRAM_APP_ID', value: 'wx0000000000000000' },
  { name: 'PUSH_TOKEN', generate: 'letters32' },
  { name: 'PUSH_AES_KEY', generate: 'letters43' },
  { name: 'RIDE_CREDITED_TEMPLATE', template: 'ride-credited' },
  { name: 'REPORT_DECIDED_TEMPLATE', template: 'report-decided' },
];
