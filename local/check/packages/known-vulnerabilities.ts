import * as z from 'zod';
import { runProgram } from '../run-program';
import { packageNameOf } from './lock-file';

const answer = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string(), nodes: z.array(z.string()) })),
});

const longestWaitMs = 20_000;

/**
 * Asks npm for known vulnerabilities in what is deployed. This only informs: the answer depends on the day and on the
 * network and not on the change under test, so it never makes a check fail.
 * @returns text for a person, also when there was no answer
 */
export async function knownVulnerabilities(deployed: string[]): Promise<string> {
  const npm = process.env.npm_execpath;
  const [program, prefix] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const { output } = await runProgram(
    program,
    [...prefix, 'audit', '--json', '--fetch-retries=0'],
    longestWaitMs,
  );
  return vulnerabilitiesText(output, deployed);
}

/** @param output what `npm audit --json` printed, warnings around the JSON included */
export function vulnerabilitiesText(output: string, deployed: string[]): string {
  const json = output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1);
  const parsed = answer.safeParse(parseOrNull(json));
  if (!parsed.success)
    return 'note: the package registry answered no audit, so known vulnerabilities were NOT looked up';
  const places = new Set(deployed);
  const found = Object.entries(parsed.data.vulnerabilities).flatMap(([name, { severity, nodes }]) =>
    nodes.some(node => places.has(node)) ? [`note: ${name} has a known vulnerability (${severity})`] : [],
  );
  const names = new Set(deployed.map(packageNameOf));
  return found.length > 0
    ? found.join('\n')
    : `no known vulnerability in the ${names.size} packages that are deployed`;
}

function parseOrNull(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
