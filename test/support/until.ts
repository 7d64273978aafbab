const LOOK_EVERY_MS = 20;

/** Looks again until it is so, and answers what was seen: however long it takes, the test's own time limit ends it. */
export async function until<Seen>(
  look: () => Promise<Seen | false | undefined> | Seen | false | undefined,
): Promise<Seen> {
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
