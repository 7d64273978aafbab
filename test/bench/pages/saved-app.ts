import { appendFileSync, cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { elapsedMs } from '../measuring/elapsed';

/** A copy of the mini-program in a folder of the bench's own, so that files can be saved in it. */
export function copyMiniProgram(root: string, folder: string): string {
  for (const name of ['miniprogram', 'package.json', 'project.config.json'])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  return path.join(folder, 'miniprogram');
}

/** Somebody who looks at the app while its files are being saved, as the app's frame does. */
export class Onlooker {
  readonly #aborter = new AbortController();
  #onChange = (): void => {};

  private constructor(readonly url: string) {}

  /** Resolves when the simulator listens to whatever is saved from now on. */
  static async open(url: string): Promise<Onlooker> {
    const onlooker = new Onlooker(url);
    const { body } = await fetch(`${url}/app/events`, { signal: onlooker.#aborter.signal });
    if (body === null) throw new Error(`${url} tells of no changes`);
    void onlooker.#listen(body).catch(() => {});
    return onlooker;
  }

  /** Milliseconds from saving a file to having the whole app with the change. */
  savedToBuiltMs(file: string, comment: string): Promise<number> {
    return elapsedMs(async () => {
      const changed = new Promise<void>(resolve => {
        this.#onChange = resolve;
      });
      appendFileSync(file, comment);
      await changed;
      const answer = await fetch(`${this.url}/app/bundle.json`);
      await answer.text();
    });
  }

  close(): void {
    this.#aborter.abort();
  }

  async #listen(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    for await (const chunk of body)
      if (decoder.decode(chunk, { stream: true }).includes('event: change')) this.#onChange();
  }
}
