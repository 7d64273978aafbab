import type { Collection, Platform, Transaction } from '../../cloudfunctions/platform';

/** The process is gone. */
export class Killed extends Error {}

/** `before`: the call is never made. `after`: it has its effect, and nobody hears of it. */
export interface Death {
  call: number;
  when: 'before' | 'after';
}

type AnyFunction = (...input: never[]) => Promise<unknown>;

/**
 * A process that dies at one of its calls of database or storage, counted from 0; a commit is a call as well. What it had
 * begun in a transaction is rolled back, as the database does when nothing comes any more.
 */
export function mortalPlatform(platform: Platform, death: Death): Platform & { calls(): number } {
  let calls = 0;
  const dying = async <R>(work: () => Promise<R>): Promise<R> => {
    const isLast = calls === death.call;
    calls += 1;
    if (isLast && death.when === 'before') throw new Killed();
    const result = await work();
    if (isLast) throw new Killed();
    return result;
  };
  const wrapped = <T extends object>(methods: T): T =>
    Object.fromEntries(
      Object.entries(methods).map(([name, method]) => [
        name,
        (...input: never[]) => dying(() => (method as AnyFunction)(...input)),
      ]),
    ) as T;
  const { transact, ...operations } = platform.database;
  return {
    ...platform,
    files: wrapped(platform.files),
    database: {
      ...wrapped(operations),
      async transact<R>(work: (transaction: Transaction) => Promise<R>): Promise<R> {
        const lastCall = { isReached: false };
        const result = await transact(async transaction => {
          const answer = await work(wrapped(transaction));
          lastCall.isReached = calls === death.call;
          calls += 1;
          if (lastCall.isReached && death.when === 'before') throw new Killed();
          return answer;
        });
        if (lastCall.isReached) throw new Killed();
        return result;
      },
    },
    calls: () => calls,
  };
}

/** Every document of every collection of these, as one text each: what a thief of the whole database could search. */
export async function wholeDatabase(platform: Platform, collections: readonly string[]): Promise<string[]> {
  const all: string[] = [];
  for (const name of collections) {
    const collection: Collection<{ _id: string }> = { name };
    for (let above = ''; ; ) {
      const page = await platform.database.find(collection, {
        where: { _id: { above } },
        orderBy: [['_id', 'asc']],
        limit: 500,
      });
      all.push(...page.map(document => `${name} ${JSON.stringify(document)}`));
      if (page.length < 500) break;
      above = page.at(-1)!._id;
    }
  }
  return all;
}
