/** What is going on: one line that is rewritten on a terminal, a line for each bench elsewhere. */
export class Progress {
  #startedMs = performance.now();
  #title = '';

  /** @param stream the table goes to stdout, so that it can be kept without this */
  constructor(readonly stream: NodeJS.WriteStream = process.stderr) {}

  begin(title: string): void {
    this.#title = title;
    if (!this.stream.isTTY) this.#line(`${title} …`);
    else this.say('');
  }

  /** Details are for people who are looking. */
  say(text: string): void {
    if (this.stream.isTTY) this.stream.write(`\r\u001b[2K${this.#clock()} ${this.#title} ${text}`);
  }

  end(): void {
    if (this.stream.isTTY) this.stream.write('\r\u001b[2K');
  }

  /** A message that stays. */
  tell(text: string): void {
    this.end();
    this.#line(text);
  }

  #line(text: string): void {
    this.stream.write(`${this.#clock()} ${text}\n`);
  }

  #clock(): string {
    return `${((performance.now() - this.#startedMs) / 1000).toFixed(0).padStart(4)} s`;
  }
}
