import type { CourierAnswer } from '../../../contract/courier.ts';
import { beginningText, signText } from '../../../contract/signing.ts';
import { systemRandom } from '../../../server/random.ts';
import { signVerdict } from '../../../server/push/verdict.ts';
import type { EnrolledFolder } from '../../harness/enrolled-folder.ts';
import { usualSeat } from '../../harness/enrolled-folder.ts';
import { openTestDesk, silentLog } from '../../harness/test-desk.ts';
import { OFFICE, type TestProvince } from '../../harness/test-server.ts';
import { testWriter } from '../../harness/writer.ts';
import { courierFiles } from './courier-files.ts';
import type { DeskTarget } from './desk.ts';
import type { Target } from './run.ts';

const CODES = /^(CT-0\d|DT-03|GN-02|SV-06)$/;

/** The province's reader: files handed in by an enrolled desk at POST /v1/courier. */
export async function courierRouteTarget(province: TestProvince): Promise<Target> {
  const desk = await province.enrol(OFFICE);
  const { server, device, log } = desk.place;
  const writer = testWriter(desk.place, desk.key);
  for (let n = 0; n < 4; n++) writer.slip(writer.receive({ note: 'Ghi chú' }));
  const seal = { kind: 'send' as const, province: server, device, signer: desk.key, to: province.key.publicKey };
  const batches = [{ log, events: writer.events }];
  const made = province.clock.now();
  const left = [{ log, seq: 1, hash: '0'.repeat(64), because: 'restored' as const }];
  const told = { device, log: systemRandom.id(), left, moved: [] };
  const begun = [
    { ...told, signature: signText(desk.key, beginningText(told)) },
    { ...told, log: systemRandom.id(), signature: signText(desk.key, 'khác') },
  ];
  const files = courierFiles(seal, [
    { made, begin: null, begun, batches },
    {
      made,
      begin: { log, left: [], moved: [], device: null, signature: null },
      begun: [],
      batches: [...batches, ...batches],
    },
  ]);
  return {
    async throwOne(draws) {
      const { kind, file } = files.throwOne(draws);
      const { status, code, body } = await desk.ask('POST', '/v1/courier', { file: file.toString('base64url') });
      const good = status === 200 || (status < 500 && code !== null && CODES.test(code));
      return { at: kind, answer: code ?? String(status), wrong: good ? null : `${status} ${body.slice(0, 200)}` };
    },
  };
}

/** The desk's reader: answers, and files of others, read by an officer signed in (`courier.read`). */
export async function courierDeskTarget(folder: EnrolledFolder): Promise<DeskTarget> {
  const faults: string[] = [];
  const log = { ...silentLog, error: (what: string, error: unknown) => void faults.push(`${what}: ${String(error)}`) };
  const desk = await openTestDesk(folder.path, { log });
  await desk.signIn('ngan');
  const province = '019ab000-0000-7000-8000-000000000001';
  const key = folder.deviceKey.publicKey;
  const { device, log: own } = usualSeat;
  const seal = { kind: 'answer' as const, province, device, signer: folder.serverKey, to: key };
  const verdict = signVerdict(folder.serverKey, {
    eventId: systemRandom.id(),
    log: own,
    seq: 1,
    hash: 'ab'.repeat(32),
    end: 'applied',
    reason: null,
    book: { year: 2026, number: 7 },
    at: 1_795_000_000_000,
  });
  const reply = { log: own, reply: { head: 1, expected: null, verdicts: [verdict] } };
  const answer: CourierAnswer = { of: 'ab'.repeat(32), at: 1_795_000_000_000, replies: [reply] };
  const files = courierFiles(seal, [answer, { ...answer, replies: [reply, { log: own, refused: 'GN-02' }] }]);
  return {
    async throwOne(draws) {
      const { kind, file } = files.throwOne(draws);
      const told = await desk.try('courier.read', { bytes: file.toString('base64url') });
      const code = told.ok ? 'ok' : told.error.code;
      const [fault] = faults.splice(0);
      const good = fault === undefined && (told.ok || CODES.test(code) || code === 'DT-01');
      return { at: kind, answer: code, wrong: good ? null : (fault ?? code) };
    },
    close: () => desk.desk.close(),
  };
}
