import type { Problem } from '../../shell/shell-contract';

const style = `#simulator-problems { position: fixed; z-index: 2147483647; left: 8px; right: 8px; bottom: 8px;
  max-height: 45%; overflow-y: auto; padding: 12px; border-radius: 8px; background: #2b1513; color: #ffd9d4;
  font: 12px/1.5 ui-monospace, monospace; white-space: pre-wrap; word-break: break-word }
  #simulator-problems button { float: right; border: 0; border-radius: 4px; padding: 4px 8px; background: #5a2a25; color: inherit }`;

/** Shows scripts and templates that broke over the page; it can be put away. */
export function showProblem(problem: Problem): void {
  const panel = document.getElementById('simulator-problems') ?? makePanel();
  const line = document.createElement('div');
  line.textContent = problem.message;
  panel.append(line);
}

function makePanel(): HTMLElement {
  const sheet = document.createElement('style');
  sheet.textContent = style;
  document.head.append(sheet);
  const panel = document.createElement('div');
  panel.id = 'simulator-problems';
  const close = document.createElement('button');
  close.textContent = '关闭';
  close.addEventListener('click', () => panel.remove());
  panel.append(close);
  document.body.append(panel);
  return panel;
}
