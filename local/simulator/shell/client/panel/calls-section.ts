import type { CloudCall } from '../../simulator-contract';
import { secondText } from '../beijing-time';
import { element } from '../element';
import type { Endpoint } from '../endpoint';
import type { Session } from '../session';
import { type CallRow, matchCalls } from './match-calls';
import { section, segments } from './section';

const POLL_MS = 2000;
const ASKED = 100;
const SHOWN = 40;
/** A call that takes longer makes people wait. */
const SLOW_CALL_MS = 400;

const views = [
  { text: '这台手机', value: 'own' },
  { text: '全部', value: 'all' },
] as const;

/** The latest calls with their time and what they asked of the database. */
export function callsSection(endpoint: Endpoint, session: Session): HTMLElement {
  const list = element('ul', { class: 'calls', 'data-test': 'calls' });
  let records: CloudCall[] = [];
  let view: 'own' | 'all' = 'own';
  const draw = (): void => {
    const rows = matchCalls(session.notes.value, records).filter(({ isOwn }) => isOwn || view === 'all');
    list.replaceChildren(...rows.slice(0, SHOWN).map(drawRow));
  };
  const poll = async (): Promise<void> => {
    if (document.hidden) return;
    // The endpoint is away while it restarts; the next poll finds it again.
    records = await endpoint.calls(ASKED).catch(() => records);
    draw();
  };
  const choice = segments<'own' | 'all'>('calls-view', views, value => {
    view = value;
    choice.show(value);
    draw();
  });
  choice.show(view);
  session.notes.observe(() => {
    draw();
    void poll();
  });
  setInterval(() => void poll(), POLL_MS);
  void poll();
  return section('最近的调用', 'calls', choice.element, list);
}

function drawRow(row: CallRow): HTMLElement {
  const isGood = row.outcome === 'ok';
  const costs = [
    element('time', {}, secondText(row.atMs)),
    cost('小程序', milliseconds(row.appMs), (row.appMs ?? 0) > SLOW_CALL_MS),
    cost('云端', milliseconds(row.cloudMs), (row.cloudMs ?? 0) > SLOW_CALL_MS),
    cost('数据库', row.databaseCalls === null ? null : `${row.databaseCalls} 次`, false),
    cost('无索引', row.scans === 0 ? null : `${row.scans} 次`, true),
  ];
  return element(
    'li',
    {},
    element('span', { class: 'call-name' }, row.name),
    element('span', { class: isGood ? 'call-outcome' : 'call-outcome bad' }, row.outcome),
    element('span', { class: 'call-costs' }, ...costs),
  );
}

function cost(label: string, value: string | null, isDear: boolean): HTMLElement | null {
  return value === null ? null : element('span', { class: isDear ? 'dear' : 'cost' }, `${label} ${value}`);
}

const milliseconds = (value: number | null): string | null =>
  value === null ? null : `${Math.round(value)} ms`;
