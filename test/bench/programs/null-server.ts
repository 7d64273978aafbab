/**
 * The least a server on Node can do for a request: it reads and parses a JSON body and answers a fixed one. Prints
 * `null ready <port>`.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';

const answer = Buffer.from('{"requestId":"null","transactionId":"null","data":{"updated":1}}');
const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length };

const server = http.createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', () => {
    JSON.parse(Buffer.concat(chunks).toString());
    response.writeHead(200, headers);
    response.end(answer);
  });
});
server.keepAliveTimeout = 65_000;
server.listen({ port: 0, host: '127.0.0.1', backlog: 1024 }, () => {
  process.stdout.write(`null ready ${(server.address() as AddressInfo).port}\n`);
});
process.on('SIGTERM', () => process.exit(0));
