import { donate, listDonations, voidDonation } from '../../../../cloudfunctions/domain/donations';
import { exampleFunds } from '../../../../cloudfunctions/domain/donations/seed';
import { type Donation, donations } from '../../../../cloudfunctions/domain/donations/store';
import { type Notice, notices } from '../../../../cloudfunctions/domain/inbox/store';
import { TimeWorld } from '../expiry/time-world';

export const MINUTE_MS = 60_000;
export const fundId = exampleFunds[0]!._id;

/** Riders with credits and funds to give them to; requests are as the function makes them. */
export class DonationWorld extends TimeWorld {
  constructor() {
    super();
    for (const fund of exampleFunds) this.documents.of('donation_funds').set(fund._id, JSON.stringify(fund));
  }

  override copy(): DonationWorld {
    const copy = new DonationWorld();
    copy.nowMs = this.nowMs;
    copy.documents.restore(this.documents.snapshot());
    return copy;
  }

  give(uid: string, amount: number, key = `give ${uid}`, process = this.process()) {
    return donate(process, { uid, fundId, amount }, { key, hash: `${uid} ${amount}` });
  }

  takeBack(uid: string, donationId = `give ${uid}`, key = `back ${donationId}`, process = this.process()) {
    return voidDonation(process, { uid, donationId }, { key, hash: donationId });
  }

  async shown(uid: string): Promise<string[]> {
    const page = await listDonations(this.process(), { uid, cursor: null, limit: 50 });
    return page.donations.map(({ donationId, state }) => `${donationId}: ${state}`);
  }

  donation(key: string): Donation | undefined {
    return this.documents.all(donations).find(({ _id }) => _id === key);
  }

  told(): Pick<Notice, 'uid' | 'template'>[] {
    return this.documents.all(notices).map(({ uid, template }) => ({ uid, template }));
  }
}
