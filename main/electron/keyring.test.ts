import { expect, test } from 'vitest';
import { keyring, type Storage } from './keyring.ts';

const reversed = (text: string): string => Array.from(text).toReversed().join('');

function older(backend: ReturnType<NonNullable<Storage['getSelectedStorageBackend']>>): Storage {
  return {
    isEncryptionAvailable: () => true,
    encryptString: (plain) => Buffer.from(reversed(plain)),
    decryptString: (bytes) => reversed(bytes.toString()),
    getSelectedStorageBackend: () => backend,
  };
}

function newer(shouldReEncrypt: boolean): Storage {
  const deprecated = (): never => {
    throw new Error('the deprecated call was used');
  };
  return {
    isEncryptionAvailable: deprecated,
    encryptString: deprecated,
    decryptString: deprecated,
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (plain) => Buffer.from(reversed(plain)),
    decryptStringAsync: async (bytes) => ({ result: reversed(bytes.toString()), shouldReEncrypt }),
    getSelectedStorageBackend: () => 'gnome_libsecret',
  };
}

test('what is encrypted comes back, by the asynchronous calls where there are any', async () => {
  for (const storage of [older('gnome_libsecret'), newer(false)]) {
    const keys = keyring(storage, 'linux');
    expect(await keys.available()).toBe(true);
    const cipher = await keys.encrypt('khóa');
    expect(Buffer.from(cipher).toString()).not.toBe('khóa');
    expect(await keys.decrypt(cipher)).toEqual({ plain: 'khóa', shouldReEncrypt: false });
  }
});

test('a key the system has changed is reported for encrypting again', async () => {
  const keys = keyring(newer(true), 'win32');
  expect((await keys.decrypt(await keys.encrypt('khóa'))).shouldReEncrypt).toBe(true);
});

test.each(['basic_text', 'unknown'] as const)('on Linux %s is no keychain', async (backend) => {
  const keys = keyring(older(backend), 'linux');
  expect(await keys.available()).toBe(false);
  await expect(keys.encrypt('khóa')).rejects.toThrow('no keychain');
});

test('elsewhere there is no such backend to ask', async () => {
  const { getSelectedStorageBackend: _, ...storage } = older('basic_text');
  expect(await keyring(storage, 'darwin').available()).toBe(true);
  expect(await keyring(storage, 'linux').available()).toBe(false);
});
