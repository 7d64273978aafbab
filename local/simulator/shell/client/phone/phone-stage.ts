import { element } from '../element';
import type { Phone } from './phone';
import { type Screen, sizesOf } from './phone-sizes';

/** Of the case around the screen, in CSS pixels of the phone; a phone with a home button has room for it. */
const EDGE = 10;
const CHIN = 52;
/** Room that the window keeps around the case, with the line below it. */
const AROUND = 32;
/** Smaller than this nobody can read the phone; it is scrolled then. */
const LEAST_SCALE = 0.5;

/**
 * The desk that the phone lies on. A phone that is higher than the window is drawn smaller, its screen keeps the pixels
 * that it says; the line below the phone tells the scale, and a tap on it shows the phone in its own size to be scrolled.
 * Without a panel the window is the screen.
 */
export class PhoneStage {
  readonly #case: HTMLElement;
  readonly #stand: HTMLElement;
  readonly #scale: HTMLButtonElement;
  readonly element: HTMLElement;
  #chosen: Screen = { width: 390, height: 844 };
  #isFitted = true;

  constructor(readonly phone: Phone) {
    this.#case = element('div', { class: 'case' }, phone.element);
    this.#stand = element('div', { class: 'stand' }, this.#case);
    this.#scale = element('button', { type: 'button', class: 'scale', 'data-test': 'phone-scale' });
    this.#scale.addEventListener('click', () => {
      this.#isFitted = !this.#isFitted;
      this.#adapt();
    });
    this.element = element('div', { class: 'stage' }, this.#stand, this.#scale);
    addEventListener('resize', () => this.#adapt());
    this.#adapt();
  }

  choose(screen: Screen): void {
    this.#chosen = screen;
    this.#isFitted = true;
    this.#adapt();
  }

  #adapt(): void {
    const isBare = document.documentElement.classList.contains('bare');
    this.phone.resize(isBare ? { width: innerWidth, height: innerHeight } : this.#chosen);
    if (!isBare) this.#drawCase();
  }

  #drawCase(): void {
    const { width, height } = this.#chosen;
    const hasHomeButton = sizesOf(this.#chosen).bottomInset === 0;
    const end = hasHomeButton ? CHIN : EDGE;
    const outer = { width: width + 2 * EDGE, height: height + 2 * end };
    const fitting = fittingScale(outer.height);
    const scale = this.#isFitted ? fitting : 1;
    this.#case.classList.toggle('with-home-button', hasHomeButton);
    this.#case.style.padding = `${end}px ${EDGE}px`;
    this.#case.style.transform = `scale(${scale})`;
    this.#stand.style.width = `${outer.width * scale}px`;
    this.#stand.style.height = `${outer.height * scale}px`;
    this.#tell(scale, fitting);
  }

  #tell(scale: number, fitting: number): void {
    const { width, height } = this.#chosen;
    const change = this.#isFitted ? '看原大小' : '放进窗口';
    const said = `${width} × ${height} · ${Math.round(scale * 100)} %`;
    this.#scale.textContent = fitting < 1 ? `${said} · ${change}` : said;
    this.#scale.disabled = fitting === 1;
  }
}

/** In whole per cent, so that what is said of it is true. */
function fittingScale(outerHeight: number): number {
  const percent = Math.floor(((innerHeight - AROUND) / outerHeight) * 100);
  return Math.min(1, Math.max(LEAST_SCALE, percent / 100));
}
