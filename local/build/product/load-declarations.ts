import { build } from 'esbuild';
import { BuildError } from './build-error';
import type { ProductSources } from './find-sources';

/** What the product's sources declare, not yet checked. */
export interface Declarations {
  units: { folder: string; unit: unknown }[];
  collections: { domain: string; collections: unknown }[];
  environment: unknown;
  messageTemplates: { domain: string; templates: unknown }[];
}

/**
 * Runs unit.ts, collections.ts, message-templates.ts and environment.ts as one small program. They are pure declarations: an import of an npm
 * package or of a Node module in them is an error, because the manifest has to be readable without the SDK.
 */
export async function loadDeclarations(root: string, sources: ProductSources): Promise<Declarations> {
  const program = await build({
    absWorkingDir: root,
    stdin: { contents: declarationsProgram(sources), resolveDir: root, sourcefile: 'declarations.ts' },
    bundle: true,
    packages: 'external',
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    write: false,
    logLevel: 'silent',
  });
  const module = { exports: {} as { default?: Declarations } };
  const refuse = (specifier: string): never => {
    throw new BuildError(
      `a declaration imports ${specifier}: unit.ts, collections.ts, message-templates.ts and environment.ts import no package`,
    );
  };
  new Function('module', 'exports', 'require', program.outputFiles[0]?.text ?? '')(
    module,
    module.exports,
    refuse,
  );
  if (module.exports.default === undefined) throw new BuildError('the declarations could not be read');
  return module.exports.default;
}

function declarationsProgram({ units, domains, messageDomains, hasEnvironment }: ProductSources): string {
  const unitImports = units.map(
    (unit, at) => `import * as unit${at} from './cloudfunctions/functions/${unit}/unit';`,
  );
  const domainImports = domains.map(
    (domain, at) => `import * as domain${at} from './cloudfunctions/domain/${domain}/collections';`,
  );
  const unitValues = units.map((unit, at) => `{folder: ${JSON.stringify(unit)}, unit: unit${at}.unit}`);
  const domainValues = domains.map(
    (domain, at) => `{domain: ${JSON.stringify(domain)}, collections: domain${at}.collections}`,
  );
  const messageImports = messageDomains.map(
    (domain, at) => `import * as messages${at} from './cloudfunctions/domain/${domain}/message-templates';`,
  );
  const messageValues = messageDomains.map(
    (domain, at) => `{domain: ${JSON.stringify(domain)}, templates: messages${at}.messageTemplates}`,
  );
  return [
    ...unitImports,
    ...domainImports,
    ...messageImports,
    hasEnvironment
      ? `import {environment} from './cloudfunctions/platform/environment';`
      : 'const environment = [];',
    `export default {units: [${unitValues}], collections: [${domainValues}], environment,`,
    `messageTemplates: [${messageValues}]};`,
  ].join('\n');
}
