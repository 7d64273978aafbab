/** Column names of the station table, in this order. */
const HEADER = 'line,sequence,station,longitude_wgs84,latitude_wgs84,metres_to_next';

/** Lines of the table that belong to one line of the network, in their order. */
type LineRows = [line: string, stations: string[]];

/**
 * The station table as the JSON data file that functions bundle: a list of lines, each with its stations in order,
 * one station a text line, formatted as the project's formatter does.
 */
export function networkData(csv: string): string {
  const [header, ...rows] = csv.trim().split(/\r?\n/);
  if (header !== HEADER) throw new Error(`the station table has to begin with ${HEADER}`);
  return `[\n${groupByLine(rows).map(writeLine).join(',\n')}\n]\n`;
}

function groupByLine(rows: readonly string[]): LineRows[] {
  const lines = new Map<string, string[]>();
  for (const row of rows) {
    const line = row.split(',')[0]!;
    lines.set(line, [...(lines.get(line) ?? []), writeStation(row)]);
  }
  return [...lines];
}

function writeStation(row: string): string {
  const [, , name, longitude, latitude, metresToNext] = row.split(',');
  if (!name || metresToNext === undefined) throw new Error(`cannot read the row ${row}`);
  const place = `"longitude": ${Number(longitude)}, "latitude": ${Number(latitude)}`;
  // Empty at the end of a line.
  const metres = metresToNext === '' ? 'null' : Number(metresToNext);
  return `      { "name": "${name}", ${place}, "metresToNext": ${metres} }`;
}

const writeLine = ([line, stations]: LineRows): string =>
  `  {\n    "line": "${line}",\n    "stations": [\n${stations.join(',\n')}\n    ]\n  }`;
