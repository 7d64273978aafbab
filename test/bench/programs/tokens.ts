/** A cloud function that answers the documents of cards that riders have bound, as the product would have written them. */
import { newRiderToken, type RiderToken } from '../../../cloudfunctions/domain/bindings';
import { cloudPlatform } from '../../../cloudfunctions/platform/cloud-platform';

export interface TokenOrder {
  partnerId: string;
  riderTokens: string[];
  boundAtMs: number;
}

export function main({ partnerId, riderTokens, boundAtMs }: TokenOrder): RiderToken[] {
  const platform = cloudPlatform();
  return riderTokens.map(riderToken => ({
    ...newRiderToken(platform, { partnerId, riderToken }),
    uid: riderToken,
    boundAtMs,
  }));
}
