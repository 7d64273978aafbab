import { readFileSync } from 'node:fs';

const table = 'cloudfunctions/domain/network/shenzhen-metro-stations.csv';

/**
 * Metres of the shortest path between every two stations, computed in another way (Floyd and Warshall) than both the
 * product and the demo do it.
 */
export function shortestMetres(): (from: string, to: string) => number {
  const rows = readFileSync(table, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(row => row.trim().split(','));
  const names = [...new Set(rows.map(([, , name = '']) => name))];
  const numberOf = new Map(names.map((name, number) => [name, number]));
  const count = names.length;
  const metres = new Float64Array(count * count).fill(Number.POSITIVE_INFINITY);
  names.forEach((_, number) => {
    metres[number * count + number] = 0;
  });
  rows.forEach(([line, , name = '', , , toNext], row) => {
    const next = rows[row + 1];
    if (next?.[0] !== line) return;
    const [one, other] = [numberOf.get(name)!, numberOf.get(next?.[2] ?? '')!];
    metres[one * count + other] = Math.min(metres[one * count + other]!, Number(toNext));
    metres[other * count + one] = metres[one * count + other]!;
  });
  relax(metres, count);
  return (from, to) => metres[numberOf.get(from)! * count + numberOf.get(to)!]!;
}

function relax(metres: Float64Array, count: number): void {
  for (let by = 0; by < count; by += 1) {
    for (let from = 0; from < count; from += 1) {
      const first = metres[from * count + by]!;
      if (first === Number.POSITIVE_INFINITY) continue;
      for (let to = 0; to < count; to += 1) {
        const way = first + metres[by * count + to]!;
        if (way < metres[from * count + to]!) metres[from * count + to] = way;
      }
    }
  }
}
