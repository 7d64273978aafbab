import http from 'node:http';
import type { Handler } from '../../cloud/http/exchange';
import { HttpError } from '../../cloud/http/http-error';

/** Paths of the endpoint that the app frame and the side panel use. */
export const proxiedPaths = ['/call', '/storage', '/clock', '/calls'] as const;

/**
 * Passes requests on to an endpoint on another port, so that the browser sees one origin.
 * @param cloudUrl e.g. `http://127.0.0.1:4000`
 */
export function proxyToCloud(cloudUrl: string): Handler {
  const target = new URL(cloudUrl);
  return ({ request, response }) =>
    new Promise((resolve, reject) => {
      // The endpoint accepts requests for its own name and from its own pages only.
      const { origin: _, ...headers } = { ...request.headers, host: target.host };
      const options = {
        host: target.hostname,
        port: target.port,
        path: request.url,
        method: request.method,
        headers,
      };
      const passed = http.request(options, answer => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        answer.on('end', resolve);
      });
      passed.on('error', () => reject(new HttpError(502, `no endpoint answers at ${cloudUrl}`)));
      request.pipe(passed);
    });
}
