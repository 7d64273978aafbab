import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { PartnerAccess } from '../operator/sign-request';

const environment = z.object({
  FIRST_PARTNER_ID: z.string().min(1),
  FIRST_PARTNER_SECRETS: z.string().min(1),
});

/** The first partner's name and its first live secret, from the data folder's environment of the functions. */
export function readPartnerAccess(folder: string): PartnerAccess {
  const text = readFileSync(path.join(folder, 'environment.json'), 'utf8');
  const { FIRST_PARTNER_ID, FIRST_PARTNER_SECRETS } = environment.parse(JSON.parse(text));
  const secret = FIRST_PARTNER_SECRETS.split(',')[0]?.trim() ?? '';
  return { partnerId: FIRST_PARTNER_ID, secret };
}
