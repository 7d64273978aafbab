import type { Measurement } from './measurement';
import { overallScore, type PageScore } from './score';

export interface Measured {
  measurement: Measurement;
  score: PageScore;
}

const columns = ['page', 'person', 'score', 'ms', 'setData', 'KB', 'nodes', 'depth', 'calls', 'slowest ms'];

/** The table of a run and below it everything that was found, for a person. */
export function reportText(measured: Measured[]): string {
  const rows = measured.map(({ measurement, score }) => rowOf(measurement, score));
  const widths = columns.map((name, at) => Math.max(name.length, ...rows.map(row => (row[at] ?? '').length)));
  const line = (cells: string[]): string =>
    cells
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  const findings = measured.flatMap(({ score }) => findingLines(score));
  const overall = overallScore(measured.map(({ score }) => score));
  return [line(columns), ...rows.map(line), ...findings, `overall ${overall} of 100`].join('\n');
}

function rowOf({ page, person, ...measurement }: Measurement, { score }: PageScore): string[] {
  const { firstScreenMs, setData, nodes, depth, requests } = measurement;
  const largestKilobytes = Math.max(0, ...setData.map(({ bytes }) => bytes)) / 1024;
  const numbers = [score, Math.round(firstScreenMs), setData.length, largestKilobytes.toFixed(1)];
  return [page, person, ...[...numbers, nodes, depth, requests.length, slowestMs(requests)].map(String)];
}

const slowestMs = (requests: Measurement['requests']): number =>
  Math.round(Math.max(0, ...requests.map(({ ms }) => ms)));

/** What the very first visit took, told beside the scores: functions start once, and not for each visitor. */
export const coldStartText = ({ page, firstScreenMs, requests }: Measurement): string =>
  `with all functions still to start: ${page} ${Math.round(firstScreenMs)} ms, slowest request ${slowestMs(requests)} ms`;

function findingLines({ page, person, findings }: PageScore): string[] {
  return findings.map(({ rule, what }) => `${page} (${person}) ${rule}: ${what.join(' | ')}`);
}
