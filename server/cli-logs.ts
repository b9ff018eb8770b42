import { readFile, writeFile } from 'node:fs/promises';
import { idSchema, textSchema } from '../contract/primitives.ts';
import type { CommandInput, Said } from './cli-commands.ts';
import { erasedAgain } from './cli-erase.ts';
import { grownHere } from './cli-hints.ts';
import { lostForgotten } from './cli-scans.ts';
import { systemClock } from './clock.ts';
import type { Place } from './place.ts';
import { readCourier } from './push/courier.ts';
import { release } from './push/release.ts';
import type { PushPorts } from './push/push.ts';
import { systemRandom } from './random.ts';
import { revocationListIn } from './revocation/list.ts';
import { revoke, revokedAgain } from './revocation/revoke.ts';
import { notify } from './store/notices.ts';
import { insertPortalLog, portalPlace } from './store/portal.ts';
import { changeProvince } from './store/province.ts';
import { quarantineOf, releases } from './store/quarantine.ts';

/** Commands for logs that end, desks that are revoked, what is kept apart, and a database that was put back. */
export const logCommands: Readonly<Record<string, (input: CommandInput) => Promise<Said>>> = {
  revoke: async ({ place, words: [device = '', seq], values }) => {
    const trusted = seq === undefined ? null : Number(seq);
    if (trusted !== null && (!Number.isInteger(trusted) || trusted < 0))
      throw new Error(`not a place in a log: ${seq}`);
    const id = idSchema.parse(device);
    const order = { device: id, trusted, why: whySaid(values) };
    const done = await revoke(place.db, revocationListIn(place.folder), order, systemClock.now());
    if (done === null) throw new Error('Không có máy này, hoặc đã thu hồi. No such device, or revoked before.');
    // Colleagues' halls drop the machine at once.
    await notify(place.db, 'reference *');
    await notify(place.db, `revoked ${id}`);
    const text = [
      'Đã thu hồi. Revoked.',
      `Sổ thu hồi máy, cất cùng khóa máy chủ. The list, to be kept with the server key: ${revocationListIn(place.folder).path}`,
      ...(done.takenBeyond === 0
        ? []
        : [
            `${done.takenBeyond} việc sau chỗ tin cậy đã vào trước khi thu hồi: xem lệnh alarms.`,
            `${done.takenBeyond} events beyond the trusted place had been taken in before: see alarms.`,
          ]),
    ];
    return { text: text.join('\n'), facts: { device: id, trusted, ...done } };
  },
  quarantine: async ({ place, words: [verb = 'list', id = '', ...why], values }) => {
    if (verb === 'list') {
      const rows = await quarantineOf(place.db, id === '' ? null : id);
      const line = (row: (typeof rows)[number]): string =>
        [
          new Date(row.receivedAt).toISOString(),
          row.reason,
          row.eventId,
          row.office,
          row.device,
          row.seq,
          row.type,
        ].join('\t');
      return { text: rows.map(line).join('\n'), facts: rows };
    }
    if (verb === 'released') {
      const rows = await releases(place.db);
      const line = (row: (typeof rows)[number]): string =>
        [new Date(row.at).toISOString(), row.reason, row.event_id, row.by, row.because].join('\t');
      return { text: rows.map(line).join('\n'), facts: rows };
    }
    const because = textSchema(500).parse(why.join(' ').trim());
    const by = typeof values['person'] === 'string' ? textSchema(120).parse(values['person']) : '';
    if (verb !== 'release' || because === '' || by === '') {
      throw new Error('quarantine [list [OFFICE] | released | release EVENT WHY --person NAME]');
    }
    const hints = grownHere(place.db);
    const ports = portsOf(place, hints.grown);
    const verdict = await release(ports, { eventId: idSchema.parse(id), by, because, office: null });
    await hints.tell();
    return { text: `Đã cho vào: ${verdict.end} ${verdict.reason ?? ''}. Let in.`, facts: verdict };
  },
  courier: async ({ place, words: [verb, file = '', answer = `${file}.tra-loi.qmc`] }) => {
    if (verb !== 'read' || file === '') throw new Error('courier read FILE [ANSWER]');
    const hints = grownHere(place.db);
    const read = await readCourier(portsOf(place, hints.grown), await readFile(file), { remainsToo: true });
    await hints.tell();
    await writeFile(answer, read.answer, { mode: 0o600 });
    const ends = read.replies.flatMap((one) =>
      'reply' in one ? one.reply.verdicts.map(({ end }) => end) : [one.refused],
    );
    const counts: Record<string, number> = {};
    for (const end of ends) counts[end] = (counts[end] ?? 0) + 1;
    const facts = { device: read.device, answer, ends: counts };
    const said = Object.entries(counts).map(([end, n]) => `${end} ${n}`);
    return { text: `${said.join(', ')}\nTệp trả lời, the answer: ${answer}`, facts };
  },
  restored: async ({ place }) => {
    // First of all: whoever has a stolen machine must not be the first to come.
    const revoked = await revokedAgain(place.db, revocationListIn(place.folder), systemClock.now());
    // Before the new epoch, with which desks ask whether their papers are still here.
    const { lost, fault } = await lostForgotten(place);
    const { epoch } = await changeProvince(place.db, { epoch: systemRandom.id(), restored_at: systemClock.now() });
    // Places of the portal's log may have been given after the copy that was restored: it goes on in a new one.
    const portal = await portalPlace(place.db);
    if (portal !== null) await insertPortalLog(place.db, { ...portal, log: systemRandom.id() });
    const erased = await erasedAgain(place);
    // Where a server runs already, its desks compare now.
    await notify(place.db, 'feed *');
    for (const device of revoked) await notify(place.db, `revoked ${device}`);
    const text = [
      `Đã sang kỳ mới. New epoch: ${epoch}`,
      ...(revoked.length === 0
        ? []
        : [`Thu hồi lại theo sổ: ${revoked.length} máy. Machines revoked again by the list.`]),
      ...(erased === 0 ? [] : [`Xóa lại theo sổ: ${erased}. Erased again by the list.`]),
      ...(lost === 0
        ? []
        : [
            `Bản số hóa kho tệp không còn đủ, các máy gửi lại: ${lost}. Digitised papers the file store lacks, sent again by desks that have them.`,
          ]),
      ...(fault === null ? [] : [`Chưa đối chiếu được kho tệp. The file store could not be compared: ${fault}`]),
    ];
    return { text: text.join('\n'), facts: { epoch, revoked: revoked.length, erased, lost, filesFault: fault } };
  },
};

/** `--why TEXT --person NAME`; null where neither is given. */
function whySaid(values: CommandInput['values']): { readonly by: string; readonly because: string } | null {
  const { why, person } = values;
  if ((why === undefined) !== (person === undefined)) throw new Error('--why TEXT --person NAME');
  if (typeof why !== 'string' || typeof person !== 'string') return null;
  return { by: textSchema(120).parse(person), because: textSchema(500).parse(why) };
}

function portsOf(place: Place, grown: PushPorts['grown']): PushPorts {
  return {
    db: place.db,
    clock: systemClock,
    key: place.key,
    grown,
    poisoned: (error) => process.stderr.write(`${String(error)}\n`),
  };
}
