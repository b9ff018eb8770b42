// Replicates the documents on standard input (a JSON array) from one PouchDB to another over loopback HTTP and says how long it took, ms.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import expressPouchDb from 'express-pouchdb';
import PouchDB from 'pouchdb';

const folder = mkdtempSync(join(tmpdir(), 'pouch-'));
const On = PouchDB.defaults({ prefix: `${folder}/` });

if (process.argv[2] === 'server') {
  const app = express();
  app.use('/', expressPouchDb(On, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: join(folder, 'log') }));
  const listening = app.listen(0, '127.0.0.1', () => process.send(listening.address().port));
  process.once('disconnect', () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
} else {
  let text = '';
  for await (const part of process.stdin.setEncoding('utf8')) text += part;
  const documents = JSON.parse(text);
  const server = fork(import.meta.filename, ['server']);
  const port = await new Promise((resolve) => server.once('message', resolve));
  const source = new On('source');
  const to = (name) => new PouchDB(`http://127.0.0.1:${port}/${name}`);
  const fill = async (database, list) => {
    for (let n = 0; n < list.length; n += 1000) await database.bulkDocs(list.slice(n, n + 1000));
  };
  // The first thousand warm both sides up and are left out.
  const warm = new On('warm');
  await fill(warm, documents.slice(0, 1000));
  await warm.replicate.to(to('warm'), { batch_size: 500 });
  await fill(source, documents);
  const start = performance.now();
  const { docs_written: written } = await source.replicate.to(to('target'), { batch_size: 500 });
  console.log(JSON.stringify({ ms: performance.now() - start, written }));
  server.disconnect();
  await Promise.all([source.close(), warm.close()]);
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}
