import { execFileSync, spawnSync } from 'node:child_process';
import { findBrowser } from '../main/print/find-browser.ts';

/**
 * The parts of the operating system that the tests need and the package registry does not have.
 *
 *     node scripts/system.ts            says what is missing; exit code 1 if anything is
 *     node scripts/system.ts --install  on Debian and Ubuntu, as root, installs what is missing
 */
interface Part {
  readonly what: string;
  /** Package of Debian and Ubuntu. */
  readonly apt: string;
  readonly there: () => boolean;
}

const parts: readonly Part[] = [
  { what: 'Chromium, Chrome or Edge', apt: 'chromium', there: () => findBrowser() !== null },
  {
    what: 'pdftoppm, pdftotext',
    apt: 'poppler-utils',
    there: () => answers('pdftoppm', '-v') && answers('pdftotext', '-v'),
  },
  {
    what: 'a font with Vietnamese letters',
    apt: 'fonts-noto-core',
    there: () => process.platform !== 'linux' || said('fc-list', ':lang=vi').trim() !== '',
  },
];

function answers(program: string, word: string): boolean {
  return spawnSync(program, [word], { stdio: 'ignore' }).status === 0;
}

function said(program: string, word: string): string {
  return spawnSync(program, [word], { encoding: 'utf8' }).stdout ?? '';
}

function install(missing: readonly Part[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = ['-qq', '-o', 'Dpkg::Use-Pty=0'];
  execFileSync('apt-get', [...quiet, 'update'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const packages = missing.map(({ apt }) => apt);
  execFileSync('apt-get', [...quiet, 'install', '-y', '--no-install-recommends', ...packages], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

let missing = parts.filter((part) => !part.there());
const mayInstall = process.argv.includes('--install') && process.getuid?.() === 0 && answers('apt-get', '--version');
if (missing.length > 0 && mayInstall) {
  install(missing);
  missing = parts.filter((part) => !part.there());
}
if (missing.length > 0) {
  const names = missing.map(({ what }) => what).join('; ');
  console.error(
    `Missing: ${names}. On Debian or Ubuntu: sudo apt-get install ${missing.map(({ apt }) => apt).join(' ')}`,
  );
  process.exitCode = 1;
}
