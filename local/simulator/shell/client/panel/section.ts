import { element } from '../element';

/** One station of the panel's line. */
export const section = (title: string, name: string, ...children: (HTMLElement | null)[]): HTMLElement =>
  element(
    'section',
    { class: 'section', 'data-test': `panel-${name}` },
    element('h2', {}, title),
    ...children,
  );

export const row = (...children: (HTMLElement | null)[]): HTMLElement =>
  element('div', { class: 'row' }, ...children);

/** A button that is out of use while its work is under way; what fails is said by `say`. */
export function actionButton(
  name: string,
  text: string,
  work: () => Promise<unknown> | unknown,
  say: (text: string, isGood: boolean) => void,
): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'action', 'data-test': name }, text);
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await work();
    } catch (error) {
      say(error instanceof Error ? error.message : String(error), false);
    } finally {
      button.disabled = false;
    }
  });
  return button;
}

export interface AnswerLine {
  element: HTMLElement;
  /** @param code what programs call it, in small letters after the words */
  say(text: string, isGood: boolean, code?: string): void;
  clear(): void;
}

/**
 * A place for what came of something. It has its room from the beginning, so that nothing below moves when there is
 * something to say.
 * @param hint stands there meanwhile
 */
export function answerLine(name: string, hint: string): AnswerLine {
  const line = element('p', { class: 'answer', role: 'status', 'data-test': name, 'data-hint': hint });
  const say = (text: string, isGood: boolean, code = ''): void => {
    line.replaceChildren(text);
    if (code !== '') line.append(' ', element('small', {}, code));
    line.classList.toggle('bad', !isGood);
  };
  return { element: line, say, clear: () => line.replaceChildren() };
}

/** A setting with its name before it. */
export const setting = (label: string, control: HTMLElement): HTMLElement =>
  element(
    'div',
    { class: 'setting', role: 'group', 'aria-label': label },
    element('span', {}, label),
    control,
  );

export interface Choice<Value> {
  text: string;
  value: Value;
}

/** A row of which one is chosen. */
export function segments<Value>(
  name: string,
  choices: readonly Choice<Value>[],
  choose: (value: Value) => void,
): { element: HTMLElement; show: (value: Value) => void } {
  const buttons = choices.map(({ text, value }, index) =>
    element(
      'button',
      { type: 'button', 'data-test': `${name}-${index}`, onclick: () => choose(value) },
      text,
    ),
  );
  const show = (value: Value): void => {
    for (const [index, button] of buttons.entries())
      button.setAttribute('aria-pressed', String(choices[index]?.value === value));
  };
  return { element: element('div', { class: 'segments' }, ...buttons), show };
}
