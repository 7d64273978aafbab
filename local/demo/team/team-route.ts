import * as z from 'zod';
import { answerJson } from '../../cloud/http/answer';
import type { Exchange, Handler } from '../../cloud/http/exchange';
import { HttpError } from '../../cloud/http/http-error';
import { readJsonBody } from '../../cloud/http/json-body';
import { codeAt, type ShownCode } from './one-time-code';
import type { TeamFile } from './team-file';

const openid = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const secretBody = z.strictObject({ openid, secret: z.string().regex(/^[A-Z2-7]{16,64}$/) });
const BODY_BYTES = 1024;

export interface TeamRoute {
  file: TeamFile;
  /** The endpoint's clock: codes follow it, however far it was walked. */
  nowMs(): number;
}

/**
 * The authenticator in the simulator's side panel, on the loopback interface like everything else here. `GET
 * /team/code?openid=…` answers `{shown: {code, remainingMs} | null}`; `POST /team/secrets {openid, secret}` puts in the
 * secret of somebody who sets up codes on this phone.
 */
export function teamRoute({ file, nowMs }: TeamRoute): Handler {
  const shownOf = (who: string): ShownCode | null => {
    const secret = file.state.secrets[who];
    return secret === undefined ? null : codeAt(secret, nowMs());
  };
  const routes: Record<string, (exchange: Exchange) => Promise<unknown> | unknown> = {
    '/team/code': ({ search }) => ({ shown: shownOf(new URLSearchParams(search).get('openid') ?? '') }),
    '/team/secrets': async exchange => {
      const given = secretBody.safeParse(await readJsonBody(exchange, BODY_BYTES));
      if (!given.success) throw new HttpError(400, z.prettifyError(given.error));
      file.keepSecret(given.data.openid, given.data.secret);
      return { shown: shownOf(given.data.openid) };
    },
  };
  return async exchange => {
    const work = routes[exchange.pathname];
    if (work === undefined) throw new HttpError(404, 'no such path');
    answerJson(exchange.response, 200, await work(exchange));
  };
}
