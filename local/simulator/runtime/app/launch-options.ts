import type { AppBundle } from '../../build/app-bundle';
import type { EnterOptions } from '../../wx';
import { hashAddress } from './frame-options';
import type { PageAddress } from './parse-url';

/** Scene of an app that was opened from the list of recent programs. */
const plainScene = 1001;

/** How the app was opened: the page in the frame's hash, else the first of app.json. */
export class LaunchOptions {
  readonly address: PageAddress;
  /** The page that was asked for and does not exist, if so. */
  readonly missing: PageAddress | undefined;

  constructor({ pages, config }: AppBundle) {
    const asked = hashAddress(location);
    const first = { path: config.entryPagePath ?? pages[0] ?? '', query: {} };
    this.missing = asked !== undefined && !pages.includes(asked.path) ? asked : undefined;
    this.address = asked !== undefined && this.missing === undefined ? asked : first;
  }

  get options(): EnterOptions {
    return { ...this.address, scene: plainScene, referrerInfo: {} };
  }
}
