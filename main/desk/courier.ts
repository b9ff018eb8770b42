import type { CallInput, CallOutput } from '../../contract/desk.ts';
import { courierHeader, courierReplySchema } from '../../contract/courier.ts';
import { ProblemError } from '../../contract/problems.ts';
import { readAnswer, toCarry, writeCourier } from '../sync/courier.ts';
import { LineDown, ProvinceRefused } from '../sync/province.ts';
import type { Sync } from '../sync/sync.ts';
import { enrolmentOf, type DeskContext } from './context.ts';
import { fileStamp } from './machine.ts';

/** Data carried by hand on days without a line (mang dữ liệu đi bằng USB). */
export interface Courier {
  write(input: CallInput<'courier.write'>): CallOutput<'courier.write'>;
  read(input: CallInput<'courier.read'>): Promise<CallOutput<'courier.read'>>;
}

export function createCourier(context: DeskContext, sync: () => Sync | null): Courier {
  const { store, changed } = context;
  const name = (what: string): string => `${what}-${fileStamp(context.now())}.qmc`;
  return {
    write({ skip }) {
      const { counter } = enrolmentOf(context);
      const at = context.clock.now();
      const file = writeCourier(store, at, skip);
      try {
        store.transact(() => store.outbox.carry(file.places, at));
        changed('dossiers');
      } catch (error) {
        // A full disk is a reason to carry it out, not to refuse the file.
        context.log.error('what went into a courier file could not be kept', error);
      }
      return {
        name: name(`chuyen-${counter.replaceAll('/', '-')}`),
        bytes: file.bytes.toString('base64url'),
        events: file.events,
        left: Math.max(0, file.left),
      };
    },
    async read({ bytes }) {
      const file = Buffer.from(bytes, 'base64url');
      const header = courierHeader(file);
      if (header === null) throw new ProblemError('CT-01');
      if (header.kind === 'answer') {
        const { settled, again, refused } = readAnswer(store, file, context.clock.now());
        changed('dossiers');
        changed('status');
        return { kind: 'answer', settled, again, refused: [...refused], left: toCarry(store) };
      }
      // Another desk's: handed in over this one's line, read by nobody here.
      const province = sync()?.province;
      if (province === undefined) throw new ProblemError('DT-01');
      try {
        const reply = await province.request('POST', '/v1/courier', { file: bytes }, courierReplySchema);
        return { kind: 'passedOn', name: name('tra-loi'), bytes: reply.answer };
      } catch (error) {
        if (error instanceof LineDown) throw new ProblemError(error.code, {}, { cause: error });
        if (error instanceof ProvinceRefused) throw new ProblemError(error.code, {}, { cause: error });
        throw error;
      }
    },
  };
}
