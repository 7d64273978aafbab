import * as z from 'zod';
import { sha256Hex } from '../../../miniprogram/proof';
import { MINUTE_MS } from '../beijing-time';
import type { EndpointClock } from '../http/endpoint-clock';
import { Phone } from '../people/phone';
import type { Colleague } from './colleague';
import { codeAt } from './one-time-code';
import type { TeamFile } from './team-file';

const entrance = z.object({
  state: z.string(),
  confirmedUntilMs: z.int().nullable(),
});
const begun = z.object({ secret: z.string() });
const nothing = z.unknown();

/** So much longer a confirmed code has to last for what is about to be done. */
const ENOUGH_MS = 60_000;

/**
 * The team's phones and authenticators: what its members do in the console, by the same procedures. The same
 * deed of a scene is the same request, so that a scene that was interrupted may be played again: what was done is
 * answered as before.
 */
export class StaffDesk {
  #scene = '';

  constructor(
    readonly url: string,
    readonly clock: EndpointClock,
    readonly file: TeamFile,
  ) {}

  begin(scene: string): void {
    this.#scene = scene;
  }

  /** Nobody does everything in one minute. */
  async pause(minutes: number): Promise<void> {
    await this.clock.jumpTo((await this.clock.nowMs()) + minutes * MINUTE_MS);
  }

  read<Data>(who: Colleague, shape: z.ZodType<Data>, procedure: string, input: object = {}): Promise<Data> {
    return this.#phone(who).call(shape, procedure, input);
  }

  change<Data>(who: Colleague, shape: z.ZodType<Data>, procedure: string, input: object): Promise<Data> {
    const deed = sha256Hex([this.#scene, who.openid, procedure, JSON.stringify(input)].join('\n'));
    return this.#phone(who).call(shape, procedure, input, deed);
  }

  /** Something risky: a one-time code is entered first, unless the last one still counts. */
  async confirmed<Data>(
    who: Colleague,
    shape: z.ZodType<Data>,
    procedure: string,
    input: object,
  ): Promise<Data> {
    const { confirmedUntilMs } = await this.read(who, entrance, 'desk.enter');
    const nowMs = await this.clock.nowMs();
    if (confirmedUntilMs === null || confirmedUntilMs < nowMs + ENOUGH_MS) {
      await this.#enterCode(who, 'desk.confirmCode');
    }
    return this.change(who, shape, procedure, input);
  }

  /** The first visit of a new member: an authenticator is set up, and its first code puts codes in force. */
  async setUpCodes(who: Colleague): Promise<void> {
    const { state } = await this.read(who, entrance, 'desk.enter');
    if (state !== 'no-code-yet') return;
    const { secret } = await this.change(who, begun, 'desk.beginCode', {});
    this.file.keepSecret(who.openid, secret);
    await this.#enterCode(who, 'desk.activateCode');
  }

  /** No two codes are the same request, so each entry is one of its own. */
  async #enterCode(who: Colleague, procedure: string): Promise<void> {
    const atMs = await this.clock.nowMs();
    const { code } = codeAt(this.file.state.secrets[who.openid] ?? '', atMs);
    await this.#phone(who).call(nothing, procedure, { code }, `code-${Math.floor(atMs)}`);
  }

  #phone({ openid }: Colleague): Phone {
    return new Phone(this.url, openid, 'staff');
  }
}
