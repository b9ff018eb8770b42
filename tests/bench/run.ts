import { benchDay } from './day.ts';
import { benchHall } from './hall/hall.ts';
import { benchReceipt } from './receipt.ts';
import { report } from './report.ts';
import { benchScale } from './scale/scale.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';
import { benchCatchUp } from './sync/catch-up.ts';
import { benchSync } from './sync/sync.ts';

/** `npm run bench -- NAME`; without a name all of them but `scale`, which takes its time and words of its own. */
const words = process.argv.slice(2).filter((word) => word.startsWith('--'));
const benches = {
  'catch-up': benchCatchUp,
  day: benchDay,
  hall: benchHall,
  receipt: benchReceipt,
  scale: () => benchScale(words),
  search: benchSearch,
  start: benchStart,
  sync: benchSync,
} as const;

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`no bench named ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 ? name !== 'scale' : wanted.includes(name)) report(await bench());
}
