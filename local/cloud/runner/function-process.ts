/**
 * A function's process: started by the endpoint as `node function-process.js <index.js> <clock offset>`, it loads the
 * function once and runs one call at a time. It uses nothing but Node, so that starting costs what the function costs.
 */
import { EndpointDate } from './endpoint-date';
import { type CallMessage, callMark, type ProcessMessage } from './messages';

type Main = (event: unknown, context: unknown) => unknown;

const [, , entry = '', startOffset = '0'] = process.argv;
const toEndpoint = process.send?.bind(process);
const endpointDate = new EndpointDate();

function send(message: ProcessMessage, done: () => void = () => {}): void {
  toEndpoint?.(message, undefined, {}, done);
}

/** Removes what the call before left, so that no call ever sees another one's user. */
function setVariables(variables: Record<string, string>): void {
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('WX_') || name === 'TCB_SOURCE' || name === 'TRIGGER_SRC') delete process.env[name];
  }
  Object.assign(process.env, variables);
}

/** The leading line end closes a line that the call before may have left open. */
function markOutput(callId: string): void {
  for (const stream of [process.stdout, process.stderr]) stream.write(`\n${callMark}${callId}\n`);
}

function failureOf(callId: string, thrown: unknown): ProcessMessage {
  const error = thrown instanceof Error ? thrown : new Error(describe(thrown));
  return { type: 'failure', callId, name: error.name, message: error.message, stack: error.stack ?? '' };
}

function describe(thrown: unknown): string {
  try {
    return typeof thrown === 'string' ? thrown : (JSON.stringify(thrown) ?? String(thrown));
  } catch {
    return 'a value that cannot be shown';
  }
}

/** SCF answers null where `main` returns nothing. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

async function run(main: () => Main, message: CallMessage): Promise<void> {
  endpointDate.setOffset(message.clockOffsetMs);
  setVariables(message.variables);
  markOutput(message.callId);
  try {
    const answer = jsonOf(await main()(JSON.parse(message.event), message.context));
    send({ type: 'answer', callId: message.callId, answer });
  } catch (thrown) {
    send(failureOf(message.callId, thrown));
  }
}

/** Loading happens before the first call, outside of its time limit, but what it throws is that call's failure. */
function load(): () => Main {
  try {
    const main: unknown = require(entry).main;
    if (typeof main !== 'function') throw new Error('index.js exports no function "main"');
    return () => main as Main;
  } catch (thrown) {
    return () => {
      throw thrown;
    };
  }
}

/** The channel belongs to the endpoint; a function that used it by accident could answer for itself. */
function hideChannel(): void {
  for (const name of ['send', 'disconnect'] as const) Reflect.deleteProperty(process, name);
}

endpointDate.install(Number(startOffset));
process.on('disconnect', () => process.exit(0));
hideChannel();
const main = load();
process.on('message', message => void run(main, message as CallMessage));
send({ type: 'ready' });
