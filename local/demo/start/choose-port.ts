import net from 'node:net';

const USUAL_PORT = 8787;
const TRIES = 20;

/** @returns the usual port or the first free one above it; the usual one when none is, so that its error is shown */
export async function choosePort(): Promise<number> {
  for (let port = USUAL_PORT; port < USUAL_PORT + TRIES; port += 1) if (await isFree(port)) return port;
  return USUAL_PORT;
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => resolve(true)));
  });
}
