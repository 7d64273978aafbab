import { WxFailure } from '../calling/wx-failure';

/** `wx.env.USER_DATA_PATH`: where a program may write. */
export const USER_FOLDER = 'wxfile://usr';

/** Files of one app frame, in its memory: those that the program wrote, and those that the person chose. */
export class PhoneFiles {
  readonly #texts = new Map<string, string>();
  readonly #chosen = new Map<string, File>();

  write(path: string, text: string): void {
    this.#checkPath(path);
    this.#texts.set(path, text);
  }

  append(path: string, text: string): void {
    this.write(path, (this.#texts.get(path) ?? this.#missing(path)) + text);
  }

  async read(path: string): Promise<string> {
    return this.#texts.get(path) ?? (await this.#chosen.get(path)?.text()) ?? this.#missing(path);
  }

  remove(path: string): void {
    if (!this.#texts.delete(path)) this.#missing(path);
  }

  /** @returns the path by which the program reads it */
  keep(file: File): string {
    const path = `wxfile://tmp_${this.#chosen.size}_${file.name}`;
    this.#chosen.set(path, file);
    return path;
  }

  #checkPath(path: string): void {
    if (!path.startsWith(`${USER_FOLDER}/`)) throw new WxFailure(`permission denied, open "${path}"`);
  }

  #missing(path: string): never {
    throw new WxFailure(`no such file or directory, open "${path}"`);
  }
}
