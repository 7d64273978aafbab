import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { BuildError } from './build-error';

/** Where the declarations lie, relative to the project's folder with forward slashes. */
export interface ProductSources {
  /** Folder names below cloudfunctions/functions. */
  units: string[];
  /** Folder names below cloudfunctions/domain that declare collections. */
  domains: string[];
  /** Those that send subscribe messages. */
  messageDomains: string[];
  hasEnvironment: boolean;
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
}

/** Every folder of functions/ is a deploy unit and has unit.ts and index.ts; a half unit is an error, not skipped. */
export function findSources(root: string): ProductSources {
  const product = path.join(root, 'cloudfunctions');
  const units = foldersIn(path.join(product, 'functions'));
  for (const unit of units) {
    for (const file of ['unit.ts', 'index.ts']) {
      const relative = `cloudfunctions/functions/${unit}/${file}`;
      if (!existsSync(path.join(root, relative))) throw new BuildError(`${relative} is missing`);
    }
  }
  const domainsWith = (file: string): string[] =>
    foldersIn(path.join(product, 'domain')).filter(domain =>
      existsSync(path.join(product, 'domain', domain, file)),
    );
  const domains = domainsWith('collections.ts');
  const messageDomains = domainsWith('message-templates.ts');
  return {
    units,
    domains,
    messageDomains,
    hasEnvironment: existsSync(path.join(product, 'platform/environment.ts')),
  };
}
