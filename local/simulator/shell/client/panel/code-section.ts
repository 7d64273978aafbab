import { element } from '../element';
import { ask } from '../endpoint';
import type { Session } from '../session';
import { actionButton, answerLine, row, section } from './section';

interface CodeAnswer {
  shown: { code: string; remainingMs: number } | null;
}

/** As the page that sets codes up copies it. */
const SECRET = /^[A-Z2-7]{32}$/;
const SECOND_MS = 1000;

/**
 * The authenticator of whoever holds the phone; out of sight for those who have none. A secret that was copied on the
 * phone is taken in at once.
 */
export function codeSection(session: Session): HTMLElement {
  const digits = element('strong', { class: 'one-time-code', 'data-test': 'one-time-code' });
  const rest = element('span', { class: 'one-time-code-rest', 'data-test': 'one-time-code-rest' });
  const { element: answer, say } = answerLine('code-answer', '半分钟换一个，复制后在手机上粘贴');
  const copy = async (): Promise<void> => {
    const code = digits.textContent.replace(' ', '');
    localStorage.setItem('simulator:clipboard', code);
    await navigator.clipboard.writeText(code);
    say('已复制，在手机上粘贴', true);
  };
  const made = section(
    '动态码',
    'code',
    row(digits, rest, actionButton('code-copy', '复制', copy, say)),
    answer,
  );
  const show = ({ shown }: CodeAnswer): void => {
    made.hidden = shown === null;
    digits.textContent = shown === null ? '' : `${shown.code.slice(0, 3)} ${shown.code.slice(3)}`;
    rest.textContent = shown === null ? '' : `还有 ${Math.ceil(shown.remainingMs / SECOND_MS)} 秒`;
  };
  follow(session, show);
  session.person.observe(() => say('', true));
  return made;
}

/** Asked for every second, because the endpoint's clock may jump; of who has none, only when something has changed. */
function follow(session: Session, show: (answer: CodeAnswer) => void): void {
  let isShown = false;
  const take = (openid: string, answer: CodeAnswer): void => {
    if (openid !== session.person.value) return;
    isShown = answer.shown !== null;
    show(answer);
  };
  const read = async (): Promise<void> => {
    const openid = session.person.value;
    take(openid, (await ask(`/team/code?openid=${encodeURIComponent(openid)}`)) as CodeAnswer);
  };
  const keep = async (secret: string): Promise<void> => {
    const openid = session.person.value;
    take(openid, (await ask('/team/secrets', { openid, secret })) as CodeAnswer);
  };
  const quietly = (work: Promise<void>): void => void work.catch(() => undefined);
  show({ shown: null });
  session.person.observe(() => quietly(read()));
  setInterval(() => isShown && !document.hidden && quietly(read()), SECOND_MS);
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === 'simulator:clipboard' && SECRET.test(newValue ?? '')) quietly(keep(newValue ?? ''));
  });
  quietly(read());
}
