import { type Browser, chromium } from 'playwright-core';

const flags = [
  // Whoever runs it may be root, and it opens pages of this machine only.
  '--no-sandbox',
  '--disable-gpu',
  // No network of its own, and nothing kept between runs.
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Letters and colours come out alike whatever screen the machine has, so that pictures can be compared.
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
];

/**
 * The Chromium that the set-up installs, without a window; CHROMIUM names another one.
 * @param environment variables beside those of this process
 */
export function openBrowser(environment: Record<string, string> = {}): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: flags, env: { ...process.env, ...environment } });
}
