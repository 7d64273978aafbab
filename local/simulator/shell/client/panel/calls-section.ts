import type { CloudCall } from '../../simulator-contract';
import { element } from '../element';
import type { Endpoint } from '../endpoint';
import type { Session } from '../session';
import { callRow } from './call-row';
import { matchCalls } from './match-calls';
import { segments } from './section';

const POLL_MS = 2000;
const ASKED = 100;
const SHOWN = 40;

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
    list.replaceChildren(...rows.slice(0, SHOWN).map(callRow));
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
  const head = element('div', { class: 'calls-head' }, element('h2', {}, '最近的调用'), choice.element);
  return element('section', { class: 'section', 'data-test': 'panel-calls' }, head, list);
}
