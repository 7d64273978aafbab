/** Whoever has just come may be waiting for something at this moment; later somebody only left the page open. */
const OFTEN_MS = 10_000;
const OFTEN_LOOKS = 12;
const SELDOM_MS = 60_000;

/** Looks again and again, more seldom after two minutes, from `begin` until `end`. */
export class QuietLook {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Changes with each beginning and end, so that a look that was under way then plans nothing. */
  private round = 0;

  /** @param look must not throw; the next look waits for it */
  constructor(private readonly look: () => Promise<void>) {}

  begin(): void {
    this.end();
    this.plan(this.round, 1);
  }

  end(): void {
    this.round += 1;
    if (this.timer !== undefined) clearTimeout(this.timer);
  }

  private plan(round: number, count: number): void {
    this.timer = setTimeout(
      async () => {
        await this.look();
        if (round === this.round) this.plan(round, count + 1);
      },
      count <= OFTEN_LOOKS ? OFTEN_MS : SELDOM_MS,
    );
  }
}
