import type { StationRow } from '../services/stations';

export interface StationView {
  station: string;
  detail: string;
  label: string;
}

/** As many as are read through without searching; a page of all would be too long for the phone. */
const MOST_SHOWN = 30;

export interface StationList {
  shown: StationView[];
  /** How many more there are; empty when all are shown. */
  more: string;
}

const viewStation = ({ station, lines, edition }: StationRow): StationView => {
  const detail = `${lines.join('、')} · 海报第 ${edition} 版`;
  return { station, detail, label: `${station}，${detail}` };
};

/** The stations whose name or line has the words in it. */
export function findStations(all: readonly StationRow[], words: string): StationList {
  const wanted = words.trim();
  const found = all.filter(
    ({ station, lines }) => station.includes(wanted) || lines.some(line => line.includes(wanted)),
  );
  const rest = found.length - MOST_SHOWN;
  return {
    shown: found.slice(0, MOST_SHOWN).map(viewStation),
    more: rest > 0 ? `还有 ${rest} 个车站，输入站名或线路查找` : '',
  };
}
