import type { OperatorAnswer } from '../../simulator-contract';
import { element } from '../element';
import { ask } from '../endpoint';
import type { Session } from '../session';
import { actionButton, answerLine, row, section, segments } from './section';

interface State {
  tampered: { way: string; seq: number } | null;
}

const ways = [
  { text: '金额', value: 'amount' },
  { text: '删掉', value: 'removed' },
  { text: '调换', value: 'swapped' },
  { text: '余额', value: 'balance' },
  { text: '全重做', value: 'rechained' },
] as const;
type Way = (typeof ways)[number]['value'];

/** What somebody could do who has the database in his hands, so that the product's checks can be seen to fail. */
export function tamperSection(session: Session): HTMLElement {
  const { element: answer, say } = answerLine(
    'tamper-answer',
    '直接改数据库里这个人已封账的一笔，看自证怎么发现',
  );
  let way: Way = 'amount';
  const choice = segments<Way>('tamper-way', ways, value => {
    way = value;
    choice.show(value);
  });
  choice.show(way);
  const tell = async (path: string, body: object): Promise<void> => {
    const { text, ok, code } = (await ask(path, body)) as OperatorAnswer;
    say(text, ok, code);
    await read();
  };
  const forge = actionButton(
    'tamper',
    '篡改一笔',
    () => tell('/tamper/entry', { openid: session.person.value, way }),
    say,
  );
  const restore = actionButton('tamper-restore', '还原', () => tell('/tamper/restore', {}), say);
  const state = element('span', { class: 'tamper-state', 'data-test': 'tamper-state' });
  const read = async (): Promise<void> => {
    const { tampered } = (await ask('/tamper/state')) as State;
    state.textContent = tampered === null ? '没有改过' : `第 ${tampered.seq} 笔改着`;
    state.classList.toggle('bad', tampered !== null);
  };
  void read().catch(() => undefined);
  return section('篡改一笔', 'tamper', choice.element, row(state, restore, forge), answer);
}
