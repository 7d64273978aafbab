/** One JSON line an event; CloudBase collects what a function prints. Never put a person's data into `fields`. */
export function logEvent(event: string, fields: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify({ event, ...fields })}\n`);
}
