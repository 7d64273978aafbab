import process from 'node:process';

/**
 * Set-up speaks on stderr, so that a command whose output is data can be piped.
 * @param {string} text one line
 */
export function say(text) {
  process.stderr.write(`[set-up] ${text}\n`);
}

/**
 * Says every ten seconds that long work is still running, because npm and apt draw no progress without a terminal.
 * @param {string} work what is going on
 * @returns {() => void} stops it
 */
export function keepSaying(work) {
  const startedAtMs = Date.now();
  const timer = setInterval(
    () => say(`${work}: still running after ${Math.round((Date.now() - startedAtMs) / 1000)} s`),
    10_000,
  );
  return () => clearInterval(timer);
}
