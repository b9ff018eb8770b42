import { gzipSync } from 'node:zlib';
import {
  courierHeaderSchema,
  sealCourier,
  sealPacked,
  type CourierAnswer,
  type CourierContent,
  type CourierSeal,
} from '../../../contract/courier.ts';
import { sha256, signText } from '../../../contract/signing.ts';
import { broken, malformedBody, type Draws } from './malformed.ts';

/** What somebody may carry here on a stick: damaged, forged, or rightly sealed over nonsense. */
export interface CourierFiles {
  throwOne(draws: Draws): { readonly kind: string; readonly file: Buffer };
}

const SIGNATURE_BYTES = 64;

/** @param good contents that a reader would take */
export function courierFiles(seal: CourierSeal, good: readonly (CourierContent | CourierAnswer)[]): CourierFiles {
  const whole = good.map((content) => sealCourier(seal, content));
  const [first] = whole;
  if (first === undefined) throw new Error('no good file');
  const some = (draws: Draws): Buffer => whole[draws.below(whole.length)] ?? first;
  return {
    throwOne(draws) {
      const kind = draws.below(1000);
      if (kind < 3) return { kind: 'bomb', file: sealPacked(seal, bomb(draws)) };
      if (kind < 500) return { kind: 'damaged', file: damaged(some(draws), draws) };
      if (kind < 600) return { kind: 'header', file: otherHeader(some(draws), seal, draws) };
      if (kind < 650) return { kind: 'noise', file: noise(draws) };
      if (kind < 700) return { kind: 'not packed', file: sealPacked(seal, draws.bytes(draws.below(400))) };
      const content = malformedBody(good[draws.below(good.length)], draws);
      return { kind: 'nonsense', file: sealPacked(seal, gzipSync(content)) };
    },
  };
}

/** Bytes turned over, cut off, put in, or a piece of it twice. */
function damaged(file: Buffer, draws: Draws): Buffer {
  const at = draws.below(file.length);
  switch (draws.below(5)) {
    case 0:
      return file.subarray(0, at);
    case 1:
      return Buffer.concat([file.subarray(0, at), draws.bytes(1 + draws.below(40)), file.subarray(at)]);
    case 2:
      return Buffer.concat([file.subarray(0, at), file.subarray(draws.below(at + 1))]);
    default: {
      const copy = Buffer.from(file);
      for (let n = draws.below(4); n >= 0; n--) copy[draws.below(copy.length)] = draws.below(256);
      return copy;
    }
  }
}

/** Another header over the same content, signed as its maker would: whoever has a key can do that. */
function otherHeader(file: Buffer, seal: CourierSeal, draws: Draws): Buffer {
  const end = file.indexOf(0x0a);
  const header = courierHeaderSchema.parse(JSON.parse(file.subarray(0, end).toString()));
  const line = Buffer.concat([malformedBody(broken(header, draws), draws), Buffer.from('\n')]);
  const rest = Buffer.concat([line, file.subarray(end + 1, -SIGNATURE_BYTES)]);
  return Buffer.concat([rest, Buffer.from(signText(seal.signer, sha256(rest)), 'base64url')]);
}

function noise(draws: Draws): Buffer {
  const bytes = draws.bytes(draws.below(3000));
  if (bytes.length > 2) bytes[draws.below(Math.min(bytes.length, 900))] = 0x0a;
  return bytes;
}

/** Small to carry, large to read. */
function bomb(draws: Draws): Buffer {
  const text = draws.of(['[', '{"a":', '[],', '0,', ' ', '"\\u0000']);
  return gzipSync(Buffer.alloc((1 + draws.below(70)) * 1_048_576, text));
}
