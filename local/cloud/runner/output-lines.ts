import type { Readable } from 'node:stream';
import { callMark } from './messages';

/** A line longer than this is cut: the log is for people. */
const mostCharacters = 4096;

/**
 * Splits what a function prints into lines and says which call each belongs to.
 * @param take gets the call's id ('' before the first call), never the marks themselves
 */
export function readOutput(stream: Readable, take: (callId: string, line: string) => void): void {
  let callId = '';
  let rest = '';
  const finish = (line: string) => {
    if (line.startsWith(callMark)) callId = line.slice(callMark.length);
    else if (line !== '') take(callId, line.slice(0, mostCharacters));
  };
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) finish(line);
    // A function that prints without ever ending a line must not fill the endpoint's memory.
    if (rest.length > mostCharacters && !rest.startsWith(callMark)) {
      finish(rest);
      rest = '';
    }
  });
  stream.on('end', () => finish(rest));
}
