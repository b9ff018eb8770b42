import { existsSync, readdirSync, renameSync } from 'node:fs';
import { ProblemError } from '../../contract/problems.ts';
import { newSigningKey } from '../../contract/signing.ts';
import { SYNC_VERSION } from '../../contract/sync.ts';
import { about, enrol, LineDown, ProvinceRefused } from '../sync/province.ts';
import type { DeskFolder } from '../store/folder.ts';
import {
  assertKey,
  keyFileFor,
  keyFromPassphrase,
  newDatabaseKey,
  readKeyFile,
  withPassphrase,
  withRecovery,
  writeKeyFile,
  type KeyFile,
} from '../store/key-file.ts';
import type { DatabaseKey } from '../store/sqlite.ts';
import { openStore, type Store } from '../store/store.ts';
import type { StoreOptions } from '../store/store-options.ts';
import type { DeskOptions, Keychain } from './ports.ts';

/** A demonstration desk has nothing to keep secret, and must start with nothing typed (decision 18). */
export const DEMO_PASSPHRASE = 'ban-thu-khong-mat';

export interface OpenedStore {
  readonly store: Store;
  readonly key: DatabaseKey;
}

/**
 * Opens the database of an enrolled machine with the key from the keychain or from a passphrase.
 * @returns null where a passphrase is needed and none was given
 * @throws ProblemError LT-01 … LT-07
 */
export async function openExisting(
  folder: DeskFolder,
  keychain: Keychain | null,
  passphrase: string | null,
  options: Omit<StoreOptions, 'create'>,
): Promise<OpenedStore | null> {
  const file = readKeyFile(folder.keys);
  if (file === null) return null;
  if (!existsSync(folder.database)) {
    // Copies without their original: somebody must look before a new life begins over them.
    if (readdirSync(folder.backups).some((name) => name.endsWith('.db'))) throw new ProblemError('LT-01');
    return null;
  }
  const key =
    (await keyFromKeychain(file, keychain, folder)) ??
    (passphrase === null ? null : keyFromPassphrase(file, passphrase));
  if (key === null) return null;
  assertKey(file, key);
  try {
    return { store: openStore(folder, key, { ...options, create: false }), key };
  } catch (error) {
    // The key was proven right above: what does not open with it is damaged.
    if (error instanceof ProblemError && error.code === 'LT-02') throw new ProblemError('LT-01', {}, { cause: error });
    throw error;
  }
}

/** @throws ProblemError LT-02 when only the keychain could open it and does not: the recovery key is for that */
async function keyFromKeychain(
  file: KeyFile,
  keychain: Keychain | null,
  folder: DeskFolder,
): Promise<DatabaseKey | null> {
  if (file.keychain === null || keychain === null || !(await keychain.available())) return null;
  try {
    const { plain, shouldReEncrypt } = await keychain.decrypt(Buffer.from(file.keychain, 'base64'));
    if (shouldReEncrypt) {
      writeKeyFile(folder.keys, { ...file, keychain: Buffer.from(await keychain.encrypt(plain)).toString('base64') });
    }
    return plain;
  } catch (error) {
    if (file.passphrase !== null) return null;
    throw new ProblemError('LT-02', {}, { cause: error });
  }
}

/**
 * Makes a new database under a new key. A key file left without its database is kept aside.
 * @throws ProblemError LT-02 when a passphrase is needed and missing
 */
export async function createNew(
  folder: DeskFolder,
  keychain: Keychain | null,
  passphrase: string | null,
  options: Omit<StoreOptions, 'create'>,
): Promise<OpenedStore> {
  const key = newDatabaseKey();
  let file = keyFileFor(key);
  if (keychain !== null && (await keychain.available())) {
    file = { ...file, keychain: Buffer.from(await keychain.encrypt(key)).toString('base64') };
  } else if (passphrase !== null) {
    file = withPassphrase(file, key, passphrase);
  } else {
    throw new ProblemError('LT-02');
  }
  if (existsSync(folder.keys)) renameSync(folder.keys, `${folder.keys}.${options.stamp}`);
  writeKeyFile(folder.keys, file);
  return { store: openStore(folder, key, { ...options, create: true }), key };
}

/**
 * Turns a one-time code into this machine's place in the province: office, counter, log, numbers.
 * @throws ProblemError DK-01 code, DK-02 demonstration against real, DK-06 no TLS, DK-07 a server that asks for a newer
 * program, DT-01 no line
 */
export async function enrolAt(
  opened: OpenedStore,
  folder: DeskFolder,
  options: Pick<DeskOptions, 'fetch'>,
  request: { server: string; code: string; deviceName: string; demo: boolean },
): Promise<void> {
  const { store, key } = opened;
  if (store.meta.get('enrolment') !== null) throw new ProblemError('DK-04');
  if (!isPrivateWay(request.server)) throw new ProblemError('DK-06');
  // Stored before the province is asked, so that an enrolment whose answer was lost can be asked for again.
  const deviceKey = store.meta.get('deviceKey') ?? newSigningKey();
  store.transact(() => store.meta.set('deviceKey', deviceKey));
  try {
    const server = await about(options.fetch, request.server);
    if (server.sync > SYNC_VERSION) throw new ProblemError('DK-07');
    if ((server.demo !== null) !== request.demo) throw new ProblemError('DK-02');
    const { code, deviceName, demo } = request;
    const reply = await enrol(options.fetch, request.server, deviceKey, { code, deviceName, demo });
    if (reply.serverPublicKey !== server.publicKey || reply.server !== server.server) throw new ProblemError('DT-02');
    const file = readKeyFile(folder.keys);
    if (file !== null) writeKeyFile(folder.keys, withRecovery(file, key, reply.recoveryPublicKey));
    store.transact(() => {
      store.meta.set('enrolment', {
        serverUrl: request.server,
        server: reply.server,
        serverPublicKey: reply.serverPublicKey,
        device: reply.device,
        deviceName,
        log: reply.log,
        office: reply.office,
        counter: reply.counter,
        kind: reply.kind,
        demo: reply.demo,
      });
    });
    store.openLog();
  } catch (error) {
    if (error instanceof LineDown) throw new ProblemError(error.code, {}, { cause: error });
    if (error instanceof ProvinceRefused) throw new ProblemError(error.code, {}, { cause: error });
    throw error;
  }
}

/** TLS, or this very machine (the demonstration province, a server under test): nothing else carries people's data. */
export function isPrivateWay(server: string): boolean {
  const { protocol, hostname } = new URL(server);
  return protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}
