import { preferencesSchema, type Preferences } from '../../contract/desk/session.ts';
import { scryptSchema, type ScryptHash } from '../../contract/sync.ts';
import type { Sqlite } from './sqlite.ts';

/** Whose look the screen has while nobody is signed in. */
export const MACHINE = 'machine';

/** What this machine keeps about those who sit at it: wrong tries, PINs, how they like the screen. */
export interface People {
  wrongTries(login: string): number;
  countWrongTry(login: string): number;
  clearWrongTries(login: string): void;
  pin(userId: string): ScryptHash | null;
  setPin(userId: string, pin: ScryptHash | null): void;
  preferences(owner: string): Preferences | null;
  setPreferences(owner: string, preferences: Preferences): void;
  /** Nobody has ever sat here: tries, PINs and looks go, but for the machine's own. */
  forgetAll(machine: string): void;
}

export function peopleOf(db: Sqlite): People {
  const tries = db.prepare<[string], { tries: number }>('SELECT tries FROM wrong_try WHERE login = ?');
  const count = db.prepare<[string], { tries: number }>(
    'INSERT INTO wrong_try (login, tries) VALUES (?, 1) ON CONFLICT DO UPDATE SET tries = tries + 1 RETURNING tries',
  );
  const clear = db.prepare('DELETE FROM wrong_try WHERE login = ?');
  const pin = db.prepare<[string], { salt: string; hash: string }>('SELECT salt, hash FROM pin WHERE user_id = ?');
  const setPin = db.prepare(
    'INSERT INTO pin (user_id, salt, hash) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET salt = excluded.salt, hash = excluded.hash',
  );
  const removePin = db.prepare('DELETE FROM pin WHERE user_id = ?');
  const preference = db.prepare<[string], { body: string }>('SELECT body FROM preference WHERE owner = ?');
  const setPreference = db.prepare(
    'INSERT INTO preference (owner, body) VALUES (?, ?) ON CONFLICT DO UPDATE SET body = excluded.body',
  );
  const forgetTries = db.prepare('DELETE FROM wrong_try');
  const forgetPins = db.prepare('DELETE FROM pin');
  const forgetLooks = db.prepare('DELETE FROM preference WHERE owner <> ?');
  return {
    wrongTries: (login) => tries.get(login)?.tries ?? 0,
    countWrongTry: (login) => count.get(login)?.tries ?? 0,
    clearWrongTries: (login) => {
      clear.run(login);
    },
    pin(userId) {
      const row = pin.get(userId);
      return row === undefined ? null : scryptSchema.parse(row);
    },
    setPin(userId, hash) {
      if (hash === null) removePin.run(userId);
      else setPin.run(userId, hash.salt, hash.hash);
    },
    preferences(owner) {
      const row = preference.get(owner);
      return row === undefined ? null : preferencesSchema.parse(JSON.parse(row.body));
    },
    setPreferences: (owner, preferences) => {
      setPreference.run(owner, JSON.stringify(preferences));
    },
    forgetAll(machine) {
      forgetTries.run();
      forgetPins.run();
      forgetLooks.run(machine);
    },
  };
}
