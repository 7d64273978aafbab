import type { CloudCall } from '../../simulator-contract';
import { secondText } from '../beijing-time';
import { element } from '../element';
import type { Endpoint } from '../endpoint';
import type { Session } from '../session';
import { type CallRow, matchCalls } from './match-calls';
import { section } from './section';

const POLL_MS = 2000;
const SHOWN = 40;
/** A call that takes longer makes people wait. */
const SLOW_CALL_MS = 400;

/** The latest calls with their time and what they asked of the database. */
export function callsSection(endpoint: Endpoint, session: Session): HTMLElement {
  const body = element('tbody', { 'data-test': 'calls' });
  let records: CloudCall[] = [];
  const draw = (): void => {
    const rows = matchCalls(session.notes.value, records).slice(0, SHOWN);
    body.replaceChildren(...rows.map(drawRow));
  };
  const poll = async (): Promise<void> => {
    if (document.hidden) return;
    // The endpoint is away while it restarts; the next poll finds it again.
    records = await endpoint.calls(SHOWN).catch(() => records);
    draw();
  };
  session.notes.observe(() => {
    draw();
    void poll();
  });
  setInterval(() => void poll(), POLL_MS);
  void poll();
  const titles = ['时间', '调用', '小程序', '云端', '数据库', '结果'];
  const head = element('thead', {}, element('tr', {}, ...titles.map(title => element('th', {}, title))));
  return section('最近的调用', 'calls', element('table', {}, head, body));
}

function drawRow(row: CallRow): HTMLElement {
  const slow = (row.appMs ?? row.cloudMs ?? 0) > SLOW_CALL_MS;
  const database = row.databaseCalls === null ? '' : `${row.databaseCalls} 次`;
  const scans = row.scans > 0 ? `，${row.scans} 次无索引` : '';
  const bad = row.outcome === 'ok' ? '' : 'bad';
  return element(
    'tr',
    {},
    element('td', {}, secondText(row.atMs)),
    element('td', { class: 'call-name' }, row.name),
    element('td', { class: slow ? 'number slow' : 'number' }, milliseconds(row.appMs)),
    element('td', { class: 'number' }, milliseconds(row.cloudMs)),
    element('td', { class: row.scans > 0 ? 'number slow' : 'number' }, `${database}${scans}`),
    element('td', { class: bad }, row.outcome),
  );
}

const milliseconds = (value: number | null): string => (value === null ? '' : `${Math.round(value)} ms`);
