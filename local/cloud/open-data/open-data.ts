import { randomBytes } from 'node:crypto';

/** Source: developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html, by cloud call */
const VALID_MS = 5 * 60_000;
/** Numbers of the failures. Source: wx-server-sdk 4.0.2, src/config/error.config.ts */
const failures = {
  invalid: { errCode: -601005, errMsg: 'invalid cloudID.' },
  expired: { errCode: -601006, errMsg: 'cloudID expired.' },
  otherUser: { errCode: -601007, errMsg: 'cloudID and calling user does not match.' },
} as const;

/** Memory only: an id is good for five minutes, and a phone simply gets another one. */
const MOST_KEPT = 10_000;

interface Sealed {
  openid: string;
  data: unknown;
  issuedAtMs: number;
}

/** What WeChat's server has been told by phones, sealed under ids that only the same person's calls can open. */
export class OpenData {
  readonly #sealed = new Map<string, Sealed>();

  constructor(readonly nowMs: () => number) {}

  /** The cloudID by which a function can open the data of this person. */
  seal(openid: string, data: unknown): string {
    if (this.#sealed.size >= MOST_KEPT) this.#dropOldest();
    const cloudId = `local_${randomBytes(24).toString('base64url')}`;
    this.#sealed.set(cloudId, { openid, data, issuedAtMs: this.nowMs() });
    return cloudId;
  }

  /** What stands in a cloudID's place for the person who calls: the data, or the number of what is wrong with it. */
  open(cloudID: string, openid: string | undefined): object {
    const sealed = this.#sealed.get(cloudID);
    if (sealed === undefined) return { cloudID, ...failures.invalid };
    if (sealed.openid !== openid) return { cloudID, ...failures.otherUser };
    if (this.nowMs() - sealed.issuedAtMs > VALID_MS) return { cloudID, ...failures.expired };
    return { cloudID, data: sealed.data };
  }

  /** A map keeps the order in which ids were issued. */
  #dropOldest(): void {
    const [oldest] = this.#sealed.keys();
    if (oldest !== undefined) this.#sealed.delete(oldest);
  }
}
