import * as z from 'zod';
import { answerJson } from '../../cloud/http/answer';
import type { Exchange, Handler } from '../../cloud/http/exchange';
import { HttpError } from '../../cloud/http/http-error';
import { readJsonBody } from '../../cloud/http/json-body';
import { Phone, PhoneError } from '../people/phone';
import type { OperatorAnswer } from '../route/answer-text';
import { forge, type Way, ways } from './forge';
import { chooseEntry, readHistory } from './history';
import { OperatorDatabase } from './operator-database';
import type { TamperFile } from './tamper-file';
import {
  alreadyTampered,
  nothingToRestore,
  nothingToTamper,
  restoredAnswer,
  tamperedAnswer,
} from './tamper-text';
import { tamper, undo } from './write-changes';

export interface TamperRoute {
  url: string;
  file: TamperFile;
}

const BODY_BYTES = 1024;
const tamperBody = z.strictObject({
  openid: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  way: z.enum(ways),
});
const balanceAnswer = z.object({ account: z.string() });

/**
 * The forger in the simulator's side panel, on the loopback interface like everything else here: what somebody could do
 * who has the database, so that people see it found. `GET /tamper/state` answers `{tampered: {way, seq, key} | null}`;
 * `POST /tamper/entry {openid, way}` forges that person's history, `POST /tamper/restore` puts it back; both answer
 * OperatorAnswer.
 */
export function tamperRoute({ url, file }: TamperRoute): Handler {
  const database = new OperatorDatabase(url);
  const routes: Record<string, (exchange: Exchange) => Promise<unknown> | unknown> = {
    '/tamper/state': () => ({ tampered: shownOf(file) }),
    '/tamper/entry': async exchange => {
      const given = tamperBody.safeParse(await readJsonBody(exchange, BODY_BYTES));
      if (!given.success) throw new HttpError(400, z.prettifyError(given.error));
      return tamperWith(database, file, await accountOf(url, given.data.openid), given.data.way);
    },
    '/tamper/restore': async exchange => {
      await readJsonBody(exchange, BODY_BYTES);
      return file.state === null ? nothingToRestore : restoredAnswer(await undo(database, file, file.state));
    },
  };
  return async exchange => {
    const work = routes[exchange.pathname];
    if (work === undefined) throw new HttpError(404, 'no such path');
    answerJson(exchange.response, 200, await work(exchange));
  };
}

function shownOf({ state }: TamperFile) {
  return state === null ? null : { way: state.way, seq: state.seq, key: state.key };
}

/** Null for somebody who has not signed in. */
async function accountOf(url: string, openid: string): Promise<string | null> {
  try {
    return (await new Phone(url, openid).call(balanceAnswer, 'ledger.balance', {})).account;
  } catch (error) {
    if (error instanceof PhoneError) return null;
    throw error;
  }
}

async function tamperWith(
  database: OperatorDatabase,
  file: TamperFile,
  account: string | null,
  way: Way,
): Promise<OperatorAnswer> {
  if (file.state !== null) return alreadyTampered(file.state);
  const history = account === null ? null : await readHistory(database, account);
  const entry = history && chooseEntry(history);
  if (!history || !entry) return nothingToTamper;
  const tampering = {
    version: 1 as const,
    way,
    account: history.account._id,
    seq: entry.seq,
    key: entry._id,
    lastSeq: history.account.seq,
    sealedUpTo: history.sealedUpTo ?? '',
    changes: forge(way, history, entry),
  };
  await tamper(database, file, tampering);
  return tamperedAnswer(tampering);
}
