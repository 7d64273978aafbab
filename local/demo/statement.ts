/** `npm run statement`: a rider's entries as the mini-program would show them, in a terminal. */
import { readBalance, readEntries, readTrips } from './people/account';
import { Phone, PhoneError } from './people/phone';
import { parseStatementArguments } from './try/arguments';
import { runTry } from './try/run-try';
import { openSession } from './try/session';
import { statementText } from './try/statement-text';

/** Entries name trips by id; late rides make the two orders differ, so all of a rider's trips are looked through. */
const MOST_TRIPS = 1000;

async function statement(): Promise<string> {
  const root = process.cwd();
  const given = parseStatementArguments(process.argv.slice(2), root);
  const { client, rider } = await openSession(root, given);
  const phone = new Phone(client.url, rider.openid);
  const entries = await readEntries(phone, given.limit).catch(explainAbsence);
  const trips = await readTrips(phone, MOST_TRIPS);
  return `${rider.openid}\n\n${statementText(entries, trips, await readBalance(phone))}`;
}

function explainAbsence(error: unknown): never {
  const isAbsent = error instanceof PhoneError && error.code === 'NOT_SIGNED_IN';
  throw isAbsent ? new Error('这位乘客还没有登录过：演示数据灌入到那一天才会加入。') : error;
}

runTry(statement);
