import { z } from 'zod';
import { base64urlSchema } from '../../../contract/primitives.ts';
import type { Hall } from '../../hall/hall.ts';
import { phoneKeys } from '../../hall/phones/keys.ts';
import type { DeskContext } from '../context.ts';

/** A screen asks its host so often for the key of its QR, and shows one so old at most, ms. */
const KEY_EVERY_MS = 25_000;
const KEY_GOOD_MS = 120_000;
const KEY_WITHIN_MS = 6000;
const phoneKeySchema = z.object({ key: base64urlSchema(20) });

/** The key on the screens' QR: a display, and a kiosk by the host's clock, has it of the host. */
interface PhoneKey {
  /** Of this machine, the host. */
  own(): string;
  /** Null: this machine knows of none that is young enough. */
  of(hall: Hall): string | null;
  /** Asks the host for it, where it is time. */
  learn(hall: Hall): void;
}

export function createPhoneKey(context: DeskContext, secret: () => string): PhoneKey {
  const { clock } = context;
  let heard: { readonly key: string; readonly at: number } | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;
  const own = (): string => phoneKeys(secret()).door(context.now());
  return {
    own,
    of(hall) {
      if (hall.state().state === 'hosting') return own();
      return heard !== null && clock.monotonic() - heard.at < KEY_GOOD_MS ? heard.key : null;
    },
    learn(hall) {
      const asked = clock.monotonic();
      if (asked - askedAt < KEY_EVERY_MS) return;
      askedAt = asked;
      hall.ask('phoneKey', {}, phoneKeySchema, KEY_WITHIN_MS).then(
        ({ key }) => {
          heard = { key, at: asked };
          context.changed('hall');
        },
        () => {
          askedAt = Number.NEGATIVE_INFINITY;
        },
      );
    },
  };
}
