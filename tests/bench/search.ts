import { takeFolder } from '../../main/store/folder.ts';
import { openStore } from '../../main/store/store.ts';
import { inventedDossier } from '../harness/dossier-filler.ts';
import { OFFICE } from '../harness/enrolled-folder.ts';
import { filledFolder } from '../harness/filled-folder.ts';
import { quantile, type Figure } from './report.ts';

const LIMIT_MS = 10;
const ASKED = 400;

/** p95 of name, number and code searches over 100,000 and 1,000,000 dossiers, against the limit of 10 ms. */
export async function benchSearch(sizes: readonly number[] = [100_000, 1_000_000]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const count of sizes) {
    const folder = await filledFolder(count, (done) => {
      if (done % 100_000 === 0) console.error(`search: ${done} of ${count} dossiers`);
    });
    const taken = takeFolder(folder.path);
    const store = openStore(taken, folder.databaseKey, { create: false, stamp: 'bench' });
    const asked = (kind: string, textOf: (n: number) => string): void => {
      const times: number[] = [];
      for (let i = 0; i < ASKED; i++) {
        const text = textOf(Math.floor((i * count) / ASKED));
        const start = performance.now();
        const hits = store.dossiers.search(text, 20);
        times.push(performance.now() - start);
        if (hits.length === 0) throw new Error(`${kind}: nothing found for ${text}`);
      }
      for (const [name, q] of [
        ['p50', 0.5],
        ['p95', 0.95],
        ['max', 1],
      ] as const) {
        figures.push({
          bench: 'search',
          metric: `${count} ${kind} ${name}`,
          value: quantile(times, q),
          unit: 'ms',
          ...(name === 'p95' ? { peer: 'limit', peerValue: LIMIT_MS } : {}),
        });
      }
    };
    const nameOf = (n: number): string => inventedDossier(n, OFFICE).applicant?.name ?? '';
    const words = (n: number): string[] => nameOf(n).toLowerCase().split(' ');
    asked('name', (n) => words(n).reverse().join(' '));
    asked('half a name', (n) => words(n).join(' ').slice(0, -1));
    asked('commonest words', (n) => (n % 2 === 0 ? 'nguyen' : 'thi nguyen'));
    asked('ID number', (n) => inventedDossier(n, OFFICE).applicant?.personalId ?? '');
    asked('code', (n) => inventedDossier(n, OFFICE).code.text);
    asked('four digits', (n) => inventedDossier(n, OFFICE).code.text.slice(-4));
    store.close();
    taken.unlock();
    folder.remove();
  }
  return figures;
}
