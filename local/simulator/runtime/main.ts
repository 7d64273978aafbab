import type { AppBundle } from '../build/app-bundle';
import { builtIns } from '../components';
import { openidOf } from './app/frame-options';
import type { Templates } from './app/runtime';
import { standInShell } from './app/stand-in-shell';
import { startApp } from './app/start-app';
import { showProblem } from './problems/problem-screen';

declare global {
  /** Put in front of this program by the build of the runtime. */
  const builtInTemplates: Templates;
}

/** A frame of its own window has no shell around it; one inside another page has that page's. */
function findShell() {
  return window.parent.simulatorShell ?? standInShell(openidOf(location));
}

/** The page comes anew when a file of the app has changed; what people entered there is gone, as in DevTools. */
function reloadOnChange(base: string): void {
  new EventSource(`${base}/events`).addEventListener('change', () => location.reload());
}

async function main(): Promise<void> {
  const frame = window.simulatorFrame;
  if (frame === undefined) throw new Error('the frame has no options');
  reloadOnChange(frame.base);
  const answer = await fetch(`${frame.base}/bundle.json`);
  if (!answer.ok) throw new Error(await answer.text());
  const bundle = (await answer.json()) as AppBundle;
  startApp({ bundle, frame, shell: findShell(), builtIns, builtInTemplates });
}

main().catch((error: unknown) => {
  console.error(error);
  showProblem({ kind: 'script', name: 'simulator', message: String(error) });
});
