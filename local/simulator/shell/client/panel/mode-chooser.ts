import type { OfferedMode, WishedRide } from '../../simulator-contract';
import { element } from '../element';
import { ask } from '../endpoint';
import { row } from './section';

export interface ModeChooser {
  /** Whose ride it is, and how many are in a shared car; out of sight where there is nothing to choose. */
  element: HTMLElement;
  wished(): WishedRide;
  clear(): void;
}

const METRO = { mode: '', text: '地铁 · 八维通', places: [] as string[] };
const SHARED_MODE = 'carpool';
/** One is no carpool, and refused. */
const CHOICES = [3, 2, 4, 1];

const option = (value: string, text: string): HTMLOptionElement => element('option', { value }, text);

/** Which partner sends what is sent by hand. @param inputs whose lists of places follow the choice */
export function modeChooser(inputs: { from: HTMLInputElement; to: HTMLInputElement }): ModeChooser {
  const select = element('select', { 'aria-label': '出行方式', 'data-test': 'ride-mode' });
  const places = element('datalist', { id: 'places' });
  /** For every other input of the panel that wants a station. */
  const stations = element('datalist', { id: 'stations' });
  const people = element(
    'select',
    { 'aria-label': '同车人数', 'data-test': 'ride-occupants' },
    ...CHOICES.map(count => option(String(count), `${count} 人`)),
  );
  const line = row(select, people);
  let offered: OfferedMode[] = [METRO];
  const chosen = (): OfferedMode => offered.find(({ mode }) => mode === select.value) ?? METRO;
  const show = (): void => {
    people.hidden = chosen().mode !== SHARED_MODE;
    places.replaceChildren(...chosen().places.map(name => option(name, '')));
  };
  const clear = (): void => {
    inputs.from.value = '';
    inputs.to.value = '';
  };
  select.addEventListener('change', () => {
    clear();
    show();
  });
  const offer = (modes: OfferedMode[]): void => {
    offered = modes;
    stations.replaceChildren(...(modes[0]?.places ?? []).map(name => option(name, '')));
    select.replaceChildren(...modes.map(({ mode, text }) => option(mode, text)));
    line.hidden = modes.length < 2;
    show();
  };
  offer(offered);
  void askForModes().then(offer, () => undefined);
  return {
    element: element('div', {}, line, places, stations),
    wished: () => wishOf(chosen().mode, inputs, people),
    clear,
  };
}

async function askForModes(): Promise<OfferedMode[]> {
  const { stations } = (await ask('/operator/stations')) as { stations: string[] };
  const { modes } = (await ask('/operator/modes')) as { modes: OfferedMode[] };
  return [{ ...METRO, places: stations }, ...modes];
}

function wishOf(
  mode: string,
  { from, to }: { from: HTMLInputElement; to: HTMLInputElement },
  people: HTMLSelectElement,
): WishedRide {
  return {
    ...(mode === '' ? {} : { mode }),
    ...(from.value === '' ? {} : { from: from.value }),
    ...(to.value === '' ? {} : { to: to.value }),
    ...(mode === SHARED_MODE ? { occupants: Number(people.value) } : {}),
  };
}
