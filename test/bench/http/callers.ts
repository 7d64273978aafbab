import { AdminClient } from './admin-client';

/** Several callers of one server at the same time, each on a connection of its own, all of them working off one count. */
export class Callers {
  private constructor(readonly clients: readonly AdminClient[]) {}

  static async open(port: number, count: number): Promise<Callers> {
    return new Callers(await Promise.all(Array.from({ length: count }, () => AdminClient.open(port))));
  }

  /** Does piece 0 … count - 1 of the work; each caller begins the next one when it has ended one. */
  async work(count: number, piece: (client: AdminClient, number: number) => Promise<unknown>): Promise<void> {
    let next = 0;
    const call = async (client: AdminClient): Promise<void> => {
      while (next < count) {
        next += 1;
        await piece(client, next - 1);
      }
    };
    await Promise.all(this.clients.map(call));
  }

  close(): void {
    for (const client of this.clients) client.close();
  }
}
