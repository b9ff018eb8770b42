import {
  importedPacketSchema,
  nameOfPacket,
  readPacket,
  type ImportedPacket,
  type ImportRow,
  type PacketFault,
} from '../../contract/exchange/packet.ts';
import { textSchema } from '../../contract/primitives.ts';
import { sha256 } from '../../contract/signing.ts';
import { dateOf, localDateTime } from '../../domain/calendar/civil-date.ts';
import { afterWorkingHours, CHECK_HOURS } from '../../domain/calendar/working-hours.ts';
import type { DossierSubmitted } from '../../domain/dossier/events/guidance.ts';
import { submittedOf } from '../../domain/exchange/submitted.ts';
import { procedureAt, type Procedure } from '../../domain/procedure/catalogue.ts';
import { allOffices } from '../store/offices.ts';
import type { Tx } from '../store/pool.ts';
import { importedBefore, keepImported, type PortalPlace } from '../store/portal.ts';
import { inTransaction, lockInOrder } from '../store/transaction.ts';
import { tellAgain } from './again.ts';
import { officeOfPacket } from './office.ts';
import type { PortalReference } from './reference.ts';
import { writePortal, type PortalPorts } from './write.ts';

/** Dossiers handed in from afar (nộp trực tuyến, bưu chính), packet by packet: one that is wrong stops none of the others. */
export interface PortalImport {
  take(packets: readonly unknown[]): Promise<ImportRow[]>;
}

export function portalImport(ports: PortalPorts, place: PortalPlace, reference: PortalReference): PortalImport {
  return {
    async take(packets) {
      const rows: ImportRow[] = [];
      for (const raw of packets) rows.push(await takeOne(ports, place, reference, raw));
      return rows;
    },
  };
}

async function takeOne(
  ports: PortalPorts,
  place: PortalPlace,
  reference: PortalReference,
  raw: unknown,
): Promise<ImportRow> {
  const read = readPacket(raw);
  if (!read.ok) return { end: 'wrong', MaHoSo: nameOfPacket(raw), faults: read.faults };
  const { packet } = read;
  const wrong = (fault: PacketFault): ImportRow => ({ end: 'wrong', MaHoSo: packet.MaHoSo, faults: [fault] });
  const hash = hashOf(packet);
  if (hash === null) return wrong(TOO_DEEP);
  const grown = new Set<string>();
  const taking = inTransaction(ports.db, async (tx): Promise<ImportRow> => {
    grown.clear();
    // The same packet at two instances at once: the second waits, and finds it here.
    await lockInOrder(tx, 'imported', [packet.MaHoSo]);
    const known = await importedBefore(tx, packet.MaHoSo);
    if (known !== null && known.packet_hash === hash) {
      return { end: 'known', MaHoSo: packet.MaHoSo, dossier: known.dossier };
    }
    if (known === null && packet.TrangThaiHoSo !== '' && packet.TrangThaiHoSo !== NEW) {
      return wrong({
        field: 'TrangThaiHoSo',
        vi: 'hồ sơ chưa có ở đây phải là 1 Mới đăng ký',
        en: 'must be 1, new, for a dossier that is not here',
      });
    }
    const submitted = await submittedFrom(ports, tx, reference, packet);
    if ('faults' in submitted) return { end: 'wrong', MaHoSo: packet.MaHoSo, faults: submitted.faults };
    if (known !== null) {
      const again = await tellAgain(ports, tx, place, known, submitted, { packet, hash });
      again.grown.forEach((office) => grown.add(office));
      if (!again.isErased) await keepImported(tx, { ...known, packet_hash: hash, told: again.told });
      return { end: again.written ? 'noted' : 'known', MaHoSo: packet.MaHoSo, dossier: known.dossier };
    }
    const dossier = ports.random.id();
    const written = await writePortal(
      ports,
      tx,
      place,
      { id: dossier, after: [] },
      { type: 'dossier.submitted', body: submitted },
    );
    if (written.verdict?.end !== 'applied') {
      // Kept apart it would reach nobody: the sender is told instead, and nothing is kept.
      throw new NotTaken(written.verdict?.reason ?? null);
    }
    written.grown.forEach((office) => grown.add(office));
    const at = ports.clock.now();
    await keepImported(tx, { portal_code: packet.MaHoSo, dossier, packet_hash: hash, imported_at: at, told: null });
    return { end: 'taken', MaHoSo: packet.MaHoSo, dossier, office: submitted.intake.receivingOffice };
  });
  const row = await taking.catch((error: unknown) => {
    if (error instanceof NotTaken) return wrong(error.reason === 'XV-08' ? TOO_LARGE : NOT_READ);
    throw error;
  });
  if (grown.size > 0) ports.grown(grown);
  return row;
}

/** Undoes all that a packet has written: its dossier would be kept apart. */
class NotTaken extends Error {
  override readonly name = 'NotTaken';
  readonly reason: string | null;

  constructor(reason: string | null) {
    super(`a packet was read but not taken: ${reason ?? ''}`);
    this.reason = reason;
  }
}

/** Of the whole packet, as `readPacket` names it. */
const WHOLE = '';
const TOO_LARGE: PacketFault = {
  field: WHOLE,
  vi: 'cả gói lớn quá 256 KiB: bớt giấy tờ, hoặc rút ngắn tên và địa chỉ tệp',
  en: 'is larger than 256 KiB in all',
};
const TOO_DEEP: PacketFault = { field: WHOLE, vi: 'lồng quá nhiều tầng', en: 'is nested too deep' };
const NOT_READ: PacketFault = {
  field: WHOLE,
  vi: 'máy chủ của tỉnh không đọc được: báo người quản trị',
  en: 'cannot be read by the server of the province: tell its administrator',
};

async function submittedFrom(
  ports: PortalPorts,
  tx: Tx,
  reference: PortalReference,
  packet: ImportedPacket,
): Promise<DossierSubmitted | { readonly faults: PacketFault[] }> {
  const fault = (field: string, vi: string, en: string) => ({ faults: [{ field, vi, en }] });
  const offices = await allOffices(tx);
  const office = officeOfPacket(packet, offices);
  if (office === null) {
    return fault(
      'DonViXuLy',
      'không rõ gửi cho nơi nào: ghi mã nơi nhận ở DonViXuLy, hoặc ở đầu MaHoSo',
      'no office can be told: name it in DonViXuLy, or at the head of MaHoSo',
    );
  }
  const total = packet.DanhSachLePhi.reduce((sum, { Gia }) => sum + Number(Gia === '' ? '0' : Gia), 0);
  if (total > MOST_MONEY) return fault('DanhSachLePhi', 'tổng quá lớn', 'sums to too much');
  const now = localDateTime(ports.clock.now());
  const catalogue = await reference.catalogue(tx);
  const procedure = catalogue === null ? undefined : procedureAt(catalogue, packet.MaTTHC, dateOf(now));
  const calendar = await reference.calendar(tx, office.id);
  const unit = offices.find((row) => row.id === `${office.id}/${procedure?.competent.unit ?? ''}`);
  return submittedOf(packet, {
    procedure: procedureIn(packet, procedure, catalogue?.version ?? ''),
    receivingOffice: office.id,
    processingUnit: unit?.shortName ?? procedure?.competent.unitName ?? '',
    now,
    checkBy: (at) => (calendar === null ? null : afterWorkingHours(at, CHECK_HOURS, calendar)),
    unknown: unknownIn(packet),
  });
}

/** National status 1: mới đăng ký. */
const NEW = '1';
const MOST_MONEY = 1_000_000_000_000;

/** A procedure that is not in the catalogue keeps the portal's words: the counter chooses the right one. */
function procedureIn(
  packet: ImportedPacket,
  procedure: Procedure | undefined,
  catalogueVersion: string,
): DossierSubmitted['intake']['procedure'] {
  if (procedure === undefined) {
    const name = packet.TenTTHC === '' ? packet.MaTTHC : packet.TenTTHC;
    return {
      code: packet.MaTTHC,
      name,
      // Never through the middle of a letter that takes two units.
      shortName: name.slice(0, 300).replace(/[\ud800-\udbff]$/, ''),
      field: packet.TenLinhVuc,
      caseId: '',
      caseLabel: '',
      catalogueVersion,
    };
  }
  const [only, second] = procedure.cases;
  const chosen = second === undefined ? only : undefined;
  return {
    code: procedure.code,
    name: procedure.name,
    shortName: procedure.shortName,
    field: procedure.field.name,
    caseId: chosen?.id ?? '',
    caseLabel: chosen?.label ?? '',
    catalogueVersion,
  };
}

/** Known, but of no use to a counter: read elsewhere, or said better by our own data. */
const unread = new Set(
  'MaLinhVuc SoBienNhan Fax NgayHenTra NgayTra ThongTinTra NgayKetThucXuLy isUpdating DanhSachHoSoBoSung DanhSachGiayToKetQua'.split(
    ' ',
  ),
);
const fields = new Set(Object.keys(importedPacketSchema.shape));

/** Fields nobody knows, kept as text for the officer to read. */
function unknownIn(packet: ImportedPacket): [string, string][] {
  return Object.entries(packet).flatMap(([field, value]): [string, string][] => {
    if (fields.has(field) || unread.has(field) || value === null || value === '' || !/^\w{1,60}$/.test(field))
      return [];
    const text = textSchema(500).safeParse(typeof value === 'string' ? value : JSON.stringify(value));
    return text.success ? [[field, text.data]] : [];
  });
}

/** No packet says anything so deep, and everything that reads one does so by recursion. */
const MOST_DEEP = 100;

/** Null where it is nested beyond reason. */
function hashOf(packet: ImportedPacket): string | null {
  const text = stable(packet, 0);
  return text === null ? null : sha256(text);
}

/** The same text for the same content, whatever the order of its fields; null where it is nested beyond reason. */
function stable(value: unknown, depth: number): string | null {
  if (depth > MOST_DEEP) return null;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const isList = Array.isArray(value);
  const entries: [string, unknown][] = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const parts: string[] = [];
  for (const [key, part] of isList ? value.map((each: unknown): [string, unknown] => ['', each]) : entries) {
    const text = stable(part, depth + 1);
    if (text === null) return null;
    parts.push(isList ? text : `${JSON.stringify(key)}:${text}`);
  }
  return isList ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
}
