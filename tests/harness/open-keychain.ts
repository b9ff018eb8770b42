import type { Keychain } from '../../main/desk/ports.ts';

/** A keychain that hides nothing: the desk opens at once, without the stretching of a passphrase. */
export const openKeychain: Keychain = {
  available: () => Promise.resolve(true),
  encrypt: (plain) => Promise.resolve(Buffer.from(plain)),
  decrypt: (cipher) => Promise.resolve({ plain: Buffer.from(cipher).toString(), shouldReEncrypt: false }),
};
