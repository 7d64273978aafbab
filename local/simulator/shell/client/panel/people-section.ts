import type { ShellSettings, SimulatedPerson } from '../../shell-settings';
import { element } from '../element';
import { drawOpenid, isPerson, openidOf } from '../people';
import type { Session } from '../session';
import { section } from './section';

/** Who holds the phone. */
export function peopleSection({ people, team }: ShellSettings, session: Session): HTMLElement {
  const cards = people.map(person => ({ person, card: personCard(person, session) }));
  const members = team.map(person => ({ person, card: personCard(person, session) }));
  const input = element('input', {
    placeholder: '其他 openid，例如 demo-shift-001',
    // Browsers read patterns with the v flag, by which a hyphen in a class must be escaped.
    pattern: '[A-Za-z0-9_\\-]{1,64}',
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
    for (const { person, card } of [...cards, ...members])
      card.setAttribute('aria-pressed', String(isPerson(person, openid)));
  };
  session.person.observe(show);
  show(session.person.value);
  const list = element('div', { class: 'people' }, ...cards.map(({ card }) => card));
  return section('我是谁', 'people', list, teamList(members), form, current);
}

function teamList(members: readonly { card: HTMLElement }[]): HTMLElement | null {
  if (members.length === 0) return null;
  const list = element('div', { class: 'people team', role: 'group', 'aria-label': '员工' });
  list.append(...members.map(({ card }) => card));
  return element('div', {}, element('p', { class: 'note' }, '员工，按角色；打开就在员工台'), list);
}

function personCard(person: SimulatedPerson, session: Session): HTMLElement {
  const { name, description, unavailable, isDrawn, page } = person;
  const open = (): void => {
    // Tapping a newcomer who already holds the phone asks for another one.
    const isHere = isDrawn && isPerson(person, session.person.value);
    void session.open(isHere ? drawOpenid(person) : openidOf(person), page === '' ? '' : `#${page}`);
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
