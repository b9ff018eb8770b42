import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { newRecoveryKey } from '../server/recovery-key.ts';
import { assertKey, keyFromPassphrase, readKeyFile, withRecovery, writeKeyFile } from '../main/store/key-file.ts';
import { enrolledFolder } from '../tests/harness/enrolled-folder.ts';

const script = fileURLToPath(new URL('./recover.ts', import.meta.url));

test('the printed recovery key opens the data of a machine whose passphrase is lost; another key does not', async () => {
  const folder = await enrolledFolder();
  const keys = `${folder.path}/keys.json`;
  const recovery = newRecoveryKey();
  const before = readKeyFile(keys);
  if (before === null) throw new Error('no key file');
  writeKeyFile(keys, withRecovery(before, folder.databaseKey, recovery.publicKey));
  const run = (printed: string) =>
    spawnSync(process.execPath, [script, folder.path], { input: `${printed}\nmật khẩu mới 2\n` });

  expect(run(newRecoveryKey().printed).status).not.toBe(0);
  expect(run('7K2M').status).toBe(1);
  expect(run(recovery.printed.toLowerCase()).status).toBe(0);
  const after = readKeyFile(keys);
  if (after === null) throw new Error('no key file');
  const opened = keyFromPassphrase(after, 'mật khẩu mới 2');
  expect(opened).toBe(folder.databaseKey);
  assertKey(after, opened);
  folder.remove();
});
