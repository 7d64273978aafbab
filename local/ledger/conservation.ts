import {
  type AccountReplay,
  creditsIn,
  type ExportedPosting,
  type Kind,
  kinds,
  Sums,
} from '../../miniprogram/proof/replay';
import type { ExportedDocument } from './ledger-line';

/** A statement about the whole ledger: two numbers that have to be equal. */
export interface Equation {
  name: string;
  left: string;
  right: string;
  holds: boolean;
}

/** What stands in users' documents. */
const isUsers = (first: string): boolean => ['user', 'held', 'debt'].includes(first);

/**
 * Both sides of the conservation of credits. What was minted, and what stands in accounts without a document, comes
 * from the postings; what users have, have set aside and owe comes from their documents.
 */
export class Conservation {
  /** By kind and origin each. */
  private readonly minted = new Sums();
  private readonly conversion = new Sums();
  private readonly free = new Sums();
  private readonly held = new Sums();
  private readonly debt = new Sums();
  /** By kind, origin and the account's class: sinks, intake, pools, campaigns … */
  private readonly elsewhere = new Sums();
  private tripCount = 0;
  private tripGrams = 0;

  addPosting({ source, destination, kind, lots }: ExportedPosting): void {
    for (const { origin, amount } of lots) {
      this.addMovement(source, kind, origin, -amount);
      this.addMovement(destination, kind, origin, amount);
    }
  }

  addAccount(document: ExportedDocument): void {
    if (!document._id.startsWith('user:')) return;
    const { free, held, debts } = creditsIn(document);
    for (const { kind, origin, amount } of free) this.free.add([kind, origin], amount);
    for (const { kind, origin, amount } of held) this.held.add([kind, origin], amount);
    for (const { kind, origin, amount } of debts) this.debt.add([kind, origin], amount);
  }

  /** Of an account whose document is ahead of its entries. */
  addReplay(account: string, { lots, held, debts }: AccountReplay): void {
    if (!account.startsWith('user:')) return;
    const add = (to: Sums, from: Sums) => {
      for (const { parts, amount } of from) to.add([parts[0]!, parts[1]!], amount);
    };
    add(this.free, lots);
    for (const hold of held.open.values()) add(this.held, hold.lots);
    add(this.debt, debts);
  }

  addTrip({ state, creditedGrams }: ExportedDocument): void {
    this.tripCount += 1;
    if (state === 'credited') this.tripGrams += Number(creditedGrams);
  }

  equations(): Equation[] {
    const trips = this.tripCount === 0 ? [] : [this.tripEquation()];
    return [...kinds.flatMap(kind => this.equationsOf(kind)), ...this.originEquations(), ...trips];
  }

  private addMovement(account: string, kind: Kind, origin: string, amount: number): void {
    const [first] = account.split(':');
    if (first === 'mint') this.minted.add([kind, origin], -amount);
    else if (first === 'conversion') this.conversion.add([kind, origin], amount);
    else if (!isUsers(first!))
      this.elsewhere.add([kind, origin, first === 'sink' ? account : first!], amount);
  }

  private equationsOf(kind: Kind): Equation[] {
    const minted = this.minted.total(kind);
    const [free, held, debt] = [this.free.total(kind), this.held.total(kind), this.debt.total(kind)];
    const classes = new Sums();
    for (const { parts, amount } of this.elsewhere) if (parts[0] === kind) classes.add([parts[2]!], amount);
    const others = [...classes].map(({ name, amount }) => ` + ${name} ${amount}`).join('');
    const total = free + held - debt + this.elsewhere.total(kind);
    const converted = this.conversion.total(kind);
    return [
      {
        name: `${kind}: minted = users free + held − debt + elsewhere`,
        left: `${minted}`,
        right: `${free} + ${held} − ${debt}${others} = ${total}`,
        holds: minted === total,
      },
      {
        name: `${kind}: conversion nets to nothing`,
        left: `${converted}`,
        right: '0',
        holds: converted === 0,
      },
    ];
  }

  /** Each gram stays with its factor set and vintage; the first origin that does not is named. */
  private originEquations(): Equation[] {
    const origins = new Sums();
    const add = (sums: Sums, sign: number) => {
      for (const { parts, amount } of sums) origins.add([parts[0]!, parts[1]!], sign * amount);
    };
    add(this.minted, 1);
    for (const sums of [this.free, this.held, this.conversion, this.elsewhere]) add(sums, -1);
    add(this.debt, 1);
    const [wrong] = origins;
    const name = 'the same for each origin, conversion counted';
    const right = wrong ? `${wrong.name} differs by ${wrong.amount}` : 'every origin';
    return [{ name, left: 'every origin', right, holds: wrong === undefined }];
  }

  private tripEquation(): Equation {
    const minted = this.minted.total('carbon');
    const { tripGrams } = this;
    const name = 'carbon minted = grams credited to valid trips';
    return { name, left: `${minted}`, right: `${tripGrams}`, holds: minted === tripGrams };
  }
}
