export type RoomName =
  | 'pages'
  | 'components'
  | 'services'
  | 'views'
  | 'proof'
  | 'words'
  | 'contract'
  | 'domain'
  | 'platform'
  | 'functions'
  | 'local'
  | 'typings'
  | 'test';

/** Where a file lives: its room, and in rooms with parts (domain, functions) which part; null is what the parts share. */
export interface Place {
  room: RoomName;
  part: string | null;
}

const patterns: [RoomName, RegExp][] = [
  // A subpackage may have rooms of its own, so that what only its pages need stays out of the main package.
  ['components', /^miniprogram\/(?:packages\/[^/]+\/)?components\//],
  ['services', /^miniprogram\/(?:packages\/[^/]+\/)?services\//],
  ['views', /^miniprogram\/(?:packages\/[^/]+\/)?views\//],
  ['pages', /^miniprogram\/(?:app\.ts$|pages\/|packages\/)/],
  ['proof', /^miniprogram\/proof\//],
  ['words', /^miniprogram\/words\//],
  ['contract', /^cloudfunctions\/contract\//],
  ['domain', /^cloudfunctions\/domain\/([^/]+)\//],
  ['platform', /^cloudfunctions\/platform\//],
  ['functions', /^cloudfunctions\/functions\/(?:([^/]+)\/)?/],
  ['local', /^local\//],
  ['typings', /^typings\//],
  ['test', /^test\//],
];

/** @returns undefined for a file outside every room, which is an error except for configuration at the top */
export function placeOf(file: string): Place | undefined {
  for (const [room, pattern] of patterns) {
    const match = pattern.exec(file);
    if (match) return { room, part: match[1] ?? null };
  }
  return undefined;
}
