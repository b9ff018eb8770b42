import { startHost } from '../../main/browser/host.ts';
import { browserHostOptions } from '../../main/browser/options.ts';
import { notedDesk, silentLog } from '../../main/browser/stand-ins.ts';
import { systemClock } from '../../main/clock.ts';
import { systemRandom } from '../../main/random.ts';

/**
 * The loopback host over a desk that only notes what reaches it: `status.get` answers with the names of all calls so
 * far, `session.lock` tells the topic `session`. The page's folder is in PAGE_DIR, the browser to open in BROWSER.
 */
const desk = notedDesk();
const host = await startHost({
  options: browserHostOptions(process.argv.slice(2), {}, process.platform),
  desk: {
    ...desk,
    async call(caller, name, input) {
      await desk.call(caller, name, input);
      if (name === 'session.lock') desk.tell('session');
      console.log(JSON.stringify({ called: name }));
      return { ok: true, value: desk.calls.map((one) => one.name) };
    },
  },
  pageDir: process.env['PAGE_DIR'] ?? '',
  clock: systemClock,
  random: systemRandom,
  log: silentLog,
  findBrowser: () => process.env['BROWSER'] ?? null,
  platform: process.platform,
  root: process.getuid?.() === 0,
  env: process.env,
  say: (news) => console.log(JSON.stringify(news)),
});
process.once('SIGTERM', () => void host.close());
void host.windowClosed.then(() => host.close());
