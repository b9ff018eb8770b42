import { sealerOf, type SigningKey } from '../../contract/signing.ts';
import type { DossierReceived } from '../../domain/dossier/events/receipt.ts';
import type { SlipIssued } from '../../domain/dossier/events/slip.ts';
import type { Json } from '../../domain/log/canonical.ts';
import { GENESIS, seal, type LogEvent, type Unsealed } from '../../domain/log/envelope.ts';
import { systemRandom } from '../../server/random.ts';

/** Writes a log as a desk does: chained, sealed, gapless. */
export interface TestWriter {
  readonly events: LogEvent[];
  write(body: Json, over?: Partial<Unsealed>): LogEvent;
  /** A receipt on a dossier of its own. */
  receive(over?: Partial<DossierReceived>, envelope?: Partial<Unsealed>): LogEvent;
  slip(after: LogEvent, over?: Partial<Unsealed>): LogEvent;
}

export function testWriter(
  place: { readonly device: string; readonly log: string; readonly office: string },
  key: SigningKey,
): TestWriter {
  const events: LogEvent[] = [];
  const sealer = sealerOf(key);
  const writer: TestWriter = {
    events,
    write(body, over = {}) {
      const last = events.at(-1)?.envelope;
      const unsealed: Unsealed = {
        id: systemRandom.id(),
        device: place.device,
        log: place.log,
        seq: (last?.seq ?? 0) + 1,
        aggregate: 'dossier',
        aggregateId: systemRandom.id(),
        after: [],
        type: 'dossier.received',
        version: 1,
        actor: 'u-1',
        approvedBy: null,
        at: { device: 1_795_000_000_000, offset: 0 },
        prev: last?.hash ?? GENESIS,
        ...over,
      };
      const event = seal(unsealed, body, 'aabbccdd00112233', sealer);
      events.push(event);
      return event;
    },
    receive: (over = {}, envelope = {}) => writer.write(json(receivedBody(place, over)), envelope),
    slip: (after, over = {}) =>
      writer.write(json(slipBody()), {
        type: 'dossier.slipIssued',
        version: 2,
        aggregateId: after.envelope.aggregateId,
        after: [after.envelope.id],
        ...over,
      }),
  };
  return writer;
}

let number = 0;

export function receivedBody(place: { readonly office: string }, over: Partial<DossierReceived> = {}): DossierReceived {
  number += 1;
  return {
    code: { text: `TAM-261124-${number}-THU`, kind: 'temporary', date: '2026-11-24', number, grantId: null },
    visit: systemRandom.id(),
    fastLane: false,
    quantity: 1,
    procedure: {
      code: '1.001193',
      name: 'Đăng ký khai sinh',
      shortName: 'Khai sinh',
      field: 'ho-tich',
      caseId: 'dung-han',
      caseLabel: 'Đúng hạn',
      catalogueVersion: '2026-11-23.1',
    },
    channel: 'DIRECT',
    applicant: null,
    submitter: null,
    papers: [],
    sets: 1,
    receivingOffice: place.office,
    counter: 'Quầy 1',
    competentOffice: place.office,
    processingUnit: 'Văn phòng HĐND và UBND',
    resultWay: 'counter',
    resultAddress: '',
    land: null,
    fee: { amount: 0, basis: '', paid: 'nothing-due', receiptNumber: '' },
    receivedAt: '2026-11-24T09:00:00',
    due: {
      at: '2026-11-25T17:00:00',
      limit: { value: 1, unit: 'WORKING_DAY' },
      basis: '',
      calendarVersion: '2026-11-23.1',
      steps: [],
      warnings: [],
      enteredBecause: null,
    },
    handoverBy: null,
    note: '',
    ...over,
  };
}

function slipBody(): SlipIssued {
  return {
    slipId: systemRandom.id(),
    form: '01',
    number: '',
    issue: 1,
    copyOf: null,
    voids: null,
    about: null,
    templateVersion: '1',
    pdfSha256: 'ab'.repeat(32),
    madeOffline: true,
    checkCode: '7K2M',
    token: 'abcdef',
  };
}

/** Bodies are texts, numbers, lists and nulls; interfaces lack the index signature that Json asks for. */
export function json(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
