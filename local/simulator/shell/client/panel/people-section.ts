import type { ShellSettings, SimulatedPerson } from '../../shell-settings';
import { element } from '../element';
import { drawOpenid, isPerson, openidOf } from '../people';
import type { Session } from '../session';
import { section } from './section';

/** Who holds the phone. */
export function peopleSection({ people }: ShellSettings, session: Session): HTMLElement {
  const cards = people.map(person => ({ person, card: personCard(person, session) }));
  const input = element('input', {
    placeholder: '其他 openid，例如 demo-shift-001',
    pattern: '[A-Za-z0-9_-]{1,64}',
    required: true,
    'aria-label': 'openid',
    'data-test': 'person-input',
  });
  const form = element(
    'form',
    {
      class: 'row',
      onsubmit: event => {
        event.preventDefault();
        void session.open(input.value, '');
      },
    },
    input,
    element('button', { class: 'action', 'data-test': 'person-open' }, '换成'),
  );
  const current = element('p', { class: 'note', 'data-test': 'person-current' });
  const show = (openid: string): void => {
    current.textContent = openid;
    for (const { person, card } of cards) card.setAttribute('aria-pressed', String(isPerson(person, openid)));
  };
  session.person.observe(show);
  show(session.person.value);
  const list = element('div', { class: 'people' }, ...cards.map(({ card }) => card));
  return section('我是谁', 'people', list, form, current);
}

function personCard(person: SimulatedPerson, session: Session): HTMLElement {
  const { name, description, unavailable, isDrawn } = person;
  const open = (): void => {
    // Tapping a newcomer who already holds the phone asks for another one.
    const isHere = isDrawn && isPerson(person, session.person.value);
    void session.open(isHere ? drawOpenid(person) : openidOf(person), '');
  };
  return element(
    'button',
    {
      type: 'button',
      class: 'person',
      'data-test': `person-${person.openid}`,
      disabled: unavailable !== '',
      onclick: open,
    },
    element('strong', {}, name),
    element('small', {}, unavailable === '' ? description : unavailable),
  );
}
