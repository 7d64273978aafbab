import { Refusal } from '../../../../cloudfunctions/contract/errors';
import { DatabaseError } from '../../../../cloudfunctions/platform';
import { transactWith } from '../../../../cloudfunctions/platform/database/transact';

const conflict = new DatabaseError('conflict', 'TransactionConflict');

interface Script {
  /** What each attempt's work throws, in turn; then nothing. */
  work?: Error[];
  /** What each commit throws, in turn; then nothing. */
  commit?: Error[];
  start?: Error[];
  rollback?: Error[];
}

/** A server that answers as scripted and writes down what it was asked. */
function server(script: Script) {
  const asked: string[] = [];
  const ask = async (what: keyof Script) => {
    asked.push(what);
    const error = script[what]?.shift();
    if (error) throw error;
  };
  let transactions = 0;
  const start = async () => {
    await ask('start');
    transactions += 1;
    return { transaction: transactions, commit: () => ask('commit'), rollback: () => ask('rollback') };
  };
  const work = async (transaction: number) => {
    await ask('work');
    return `written in transaction ${transaction}`;
  };
  return { asked, run: () => transactWith(start, work) };
}

// Pauses between attempts are real but random: without chance they are over at once.
beforeEach(() => void jest.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => jest.restoreAllMocks());

const ones = (count: number): Error[] => Array(count).fill(conflict);

test('without trouble: start, work, commit', async () => {
  const { asked, run } = server({});
  expect(await run()).toBe('written in transaction 1');
  expect(asked).toEqual(['start', 'work', 'commit']);
});

test.each([
  ['in the work', { work: ones(3) }, ['start', 'work', 'rollback']],
  ['at commit', { commit: ones(3) }, ['start', 'work', 'commit', 'rollback']],
])('a conflict %s begins the whole work again in a transaction of its own', async (_, script, attempt) => {
  const { asked, run } = server(script);
  expect(await run()).toBe('written in transaction 4');
  expect(asked).toEqual([...attempt, ...attempt, ...attempt, 'start', 'work', 'commit']);
});

test.each([
  ['in the work', { work: ones(99) }],
  ['at commit', { commit: ones(99) }],
])('conflicts without end %s are told after ten seconds', async (_, script) => {
  const { asked, run } = server(script);
  let seconds = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => 1000 * seconds++);
  await expect(run()).rejects.toBe(conflict);
  // One look at the clock before the first attempt, and one after each.
  expect(asked.filter(what => what === 'start')).toHaveLength(10);
});

const once = ['start', 'work', 'rollback'];
test.each([
  ['a refusal', new Refusal('LOT_LIMIT')],
  ['a duplicate', new DatabaseError('duplicate', 'E11000')],
  ['a missing document, which the server does not know to be a failure', new DatabaseError('missing', 'x')],
  ['a lost connection', new DatabaseError('failed', 'socket hang up')],
  ['a mistake in the code', new TypeError('x is not a function')],
])('%s ends the transaction and is not tried again', async (_, error) => {
  const { asked, run } = server({ work: [error] });
  await expect(run()).rejects.toBe(error);
  expect(asked).toEqual(once);
});

test('a commit of unknown outcome is never tried again', async () => {
  const lost = new DatabaseError('failed', 'socket hang up');
  const { asked, run } = server({ commit: [lost] });
  await expect(run()).rejects.toBe(lost);
  expect(asked).toEqual(['start', 'work', 'commit', 'rollback']);
});

test('what the rollback says does not hide the reason for it', async () => {
  const refusal = new Refusal('LOT_LIMIT');
  const gone = new DatabaseError('conflict', 'TransactionNotExist');
  await expect(server({ work: [refusal], rollback: [gone] }).run()).rejects.toBe(refusal);
});

test('a transaction that could not be started has nothing to end', async () => {
  const lost = new DatabaseError('failed', 'connect ECONNREFUSED');
  const { asked, run } = server({ start: [lost] });
  await expect(run()).rejects.toBe(lost);
  expect(asked).toEqual(['start']);
});
