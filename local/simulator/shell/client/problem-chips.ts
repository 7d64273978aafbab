import type { Problem } from '../shell-contract';
import { element } from './element';
import type { Session } from './session';

const SHOWN_MS = 8000;
const MOST = 3;

/** Names what is missing or broke at the bottom of the phone; a tap puts it away. */
export function problemChips(session: Session): HTMLElement {
  const place = element('div', { class: 'problems', 'data-test': 'problems', role: 'status' });
  session.problems.observe((problems, before) => {
    if (problems.length < before.length) place.replaceChildren();
    const latest = problems[problems.length - 1];
    if (latest === undefined || problems.length <= before.length) return;
    place.append(chip(latest));
    while (place.children.length > MOST) place.firstElementChild?.remove();
  });
  return place;
}

function chip({ name, message, kind }: Problem): HTMLElement {
  const made: HTMLElement = element(
    'button',
    { type: 'button', class: 'problem', 'data-test': 'problem', onclick: () => made.remove() },
    element('strong', {}, name),
    ` ${message}`,
  );
  // Errors of the program stay; what is only missing here goes away by itself.
  if (kind !== 'script') setTimeout(() => made.remove(), SHOWN_MS);
  return made;
}
