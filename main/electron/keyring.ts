import type { SafeStorage } from 'electron';
import type { Keychain } from '../desk/ports.ts';

/** Newer Electron has asynchronous calls and deprecates the others; the older has only the others. */
export type Storage = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> &
  Partial<
    Pick<
      SafeStorage,
      'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
    >
  >;

/**
 * The operating system's keychain over Electron's safeStorage (Windows DPAPI, macOS Keychain, libsecret or KWallet).
 * On Linux without a keyring Electron falls back to `basic_text`, a password that stands in its source: that is no
 * keychain, and the desk asks for a passphrase instead.
 */
export function keyring(storage: Storage, platform: NodeJS.Platform): Keychain {
  const isReal = (): boolean =>
    platform !== 'linux' || !['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend?.() ?? 'unknown');
  return {
    async available() {
      // Asked first: without a keyring the asynchronous question can wait for a service that never answers.
      if (!isReal()) return false;
      return storage.isAsyncEncryptionAvailable === undefined
        ? storage.isEncryptionAvailable()
        : storage.isAsyncEncryptionAvailable();
    },
    async encrypt(plain) {
      if (!isReal()) throw new Error('no keychain');
      return storage.encryptStringAsync === undefined
        ? storage.encryptString(plain)
        : storage.encryptStringAsync(plain);
    },
    async decrypt(cipher) {
      const bytes = Buffer.from(cipher.buffer, cipher.byteOffset, cipher.byteLength);
      if (storage.decryptStringAsync === undefined) {
        return { plain: storage.decryptString(bytes), shouldReEncrypt: false };
      }
      const { result, shouldReEncrypt } = await storage.decryptStringAsync(bytes);
      return { plain: result, shouldReEncrypt };
    },
  };
}
