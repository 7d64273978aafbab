import { element } from '../element';
import { choice, showLayer } from './layer';

/** `wx.showActionSheet`; away answers null. */
export function showActionSheet(
  overlay: HTMLElement,
  { title, items, itemColour }: { title: string; items: string[]; itemColour: string },
): Promise<number | null> {
  return showLayer<number | null>(overlay, { kind: 'bottom', name: 'action-sheet', away: null }, answer => {
    const choices = items.map((item, index) => {
      const made = choice(`action-${index}`, item, () => answer(index));
      made.style.color = itemColour;
      return made;
    });
    const cancel = choice('action-cancel', '取消', () => answer(null), 'quiet');
    return element(
      'div',
      { class: 'sheet actions' },
      title === '' ? null : element('p', { class: 'sheet-note' }, title),
      ...choices,
      cancel,
    );
  });
}

export interface Question {
  name: string;
  title: string;
  /** Below the title, one paragraph each. */
  notes: string[];
  /** Between notes and buttons. */
  body?: HTMLElement;
  refuse: string;
  accept: string;
}

/** One of WeChat's windows with a question, a refusal and a consent; putting it away refuses. */
export function showQuestion(overlay: HTMLElement, question: Question): Promise<boolean> {
  const { name, title, notes, body = null, refuse, accept } = question;
  return showLayer<boolean>(overlay, { kind: 'bottom', name, away: false }, answer =>
    element(
      'div',
      { class: 'sheet question' },
      element('p', { class: 'sheet-source' }, '碳点点 申请'),
      element('h2', {}, title),
      ...notes.map(note => element('p', { class: 'sheet-note' }, note)),
      body,
      element(
        'div',
        { class: 'question-choices' },
        choice(`${name}-refuse`, refuse, () => answer(false)),
        choice(`${name}-accept`, accept, () => answer(true), 'primary'),
      ),
    ),
  );
}
