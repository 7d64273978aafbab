import type { Problem } from '../shell-contract';
import { element } from './element';
import type { Session } from './session';

const SHOWN_MS = 8000;
const MOST = 3;

/** Names calls that are missing at the bottom of the phone; a tap puts it away. The frame itself shows what broke in it. */
export function problemChips(session: Session): HTMLElement {
  const place = element('div', { class: 'problems', 'data-test': 'problems', role: 'status' });
  session.problems.observe((problems, before) => {
    if (problems.length < before.length) place.replaceChildren();
    const latest = problems[problems.length - 1];
    if (latest?.kind !== 'wx' || problems.length <= before.length) return;
    place.append(chip(latest));
    while (place.children.length > MOST) place.firstElementChild?.remove();
  });
  return place;
}

function chip({ name, message }: Problem): HTMLElement {
  const made: HTMLElement = element(
    'button',
    { type: 'button', class: 'problem', 'data-test': 'problem', onclick: () => made.remove() },
    element('strong', {}, name),
    ` ${message}`,
  );
  setTimeout(() => made.remove(), SHOWN_MS);
  return made;
}
