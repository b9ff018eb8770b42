import { z } from 'zod';
import { momentInPacket } from '../../domain/exchange/packet.ts';
import type { Bilingual } from '../../domain/text.ts';
import { textSchema } from '../primitives.ts';

/**
 * DongBoHoSoMC as it comes in: each packet on its own, so that one that cannot be read hides none of the others.
 * Systems write numbers and booleans as they like; here everything becomes text. Fields nobody knows are kept aside.
 */

/** Rows of one request. */
export const MAX_IMPORT_ROWS = 200;

export const importRequestSchema = z.looseObject({ data: z.array(z.unknown()).min(1).max(MAX_IMPORT_ROWS) });

/** Text, number, boolean or nothing, as text without blanks at the ends. */
const said = (max: number) =>
  z
    .union([z.string(), z.number(), z.boolean(), z.null()])
    .optional()
    .transform((value) => (value === null || value === undefined ? '' : String(value).trim()))
    .pipe(textSchema(max));

const listOf = <T extends z.ZodType>(row: T) =>
  z
    .union([z.array(row).max(200), z.null()])
    .optional()
    .transform((rows) => rows ?? []);

const moment = said(40).refine((text) => text === '' || momentInPacket(text) !== null, { message: 'moment' });

export const importedPacketSchema = z.looseObject({
  MaHoSo: said(60).refine((text) => text !== '', { message: 'needed' }),
  MaTTHC: said(40),
  TenTTHC: said(1000),
  TenLinhVuc: said(120),
  ChuHoSo: said(200).refine((text) => text !== '', { message: 'needed' }),
  LoaiDoiTuong: said(10).refine((text) => ['', '0', '1', '2'].includes(text), { message: 'objectKind' }),
  MaDoiTuong: said(40),
  ThongTinKhac: said(500),
  Email: said(200),
  SoDienThoai: said(40),
  TrichYeuHoSo: said(1000),
  NgayTiepNhan: moment,
  TrangThaiHoSo: said(10).refine((text) => /^(?:|[1-9]|10)$/.test(text), { message: 'status' }),
  HinhThuc: said(10).refine((text) => ['', '0', '1'].includes(text), { message: 'way' }),
  DonViXuLy: said(300),
  GhiChu: said(1000),
  TaiLieuNop: listOf(
    z.looseObject({
      TenTepDinhKem: said(1000),
      IsDeleted: said(10),
      MaThanhPhanHoSo: said(80),
      DuongDanTaiTepTin: said(500),
    }),
  ),
  DanhSachLePhi: listOf(
    z.looseObject({
      TenPhiLePhi: said(300),
      Gia: said(20).refine((text) => /^\d{0,12}$/.test(text), { message: 'money' }),
      /** Of the ministry portals' variant: 1 paid. */
      TrangThaiThanhToan: said(10),
    }),
  ),
  DanhSachTepDinhKemKhac: listOf(
    z.looseObject({
      TenGiayTo: said(1000),
      SoLuong: said(10).refine((text) => /^\d{0,5}$/.test(text), { message: 'count' }),
      LoaiGiayTo: said(10),
    }),
  ),
});
export type ImportedPacket = z.output<typeof importedPacketSchema>;

/** What is wrong with a packet, field by field. */
export const packetFaultSchema = z.strictObject({ field: z.string(), vi: z.string(), en: z.string() });
export type PacketFault = z.infer<typeof packetFaultSchema>;

/** What became of each packet, in the order they came. */
export const importReplySchema = z.strictObject({
  rows: z.array(
    z.discriminatedUnion('end', [
      /** New: the dossier it became, and the office that checks it. */
      z.strictObject({ end: z.literal('taken'), MaHoSo: z.string(), dossier: z.string(), office: z.string() }),
      /** Here before, and nothing has changed. */
      z.strictObject({ end: z.literal('known'), MaHoSo: z.string(), dossier: z.string() }),
      /** Here before; what has changed since is noted on the dossier. */
      z.strictObject({ end: z.literal('noted'), MaHoSo: z.string(), dossier: z.string() }),
      z.strictObject({ end: z.literal('wrong'), MaHoSo: z.string(), faults: z.array(packetFaultSchema) }),
    ]),
  ),
});
export type ImportReply = z.infer<typeof importReplySchema>;
export type ImportRow = ImportReply['rows'][number];

const words: Readonly<Record<string, Bilingual>> = {
  needed: { vi: 'bắt buộc phải có', en: 'must be there' },
  moment: { vi: 'không phải thời điểm dạng yyyyMMddHHmmss', en: 'is no moment of the form yyyyMMddHHmmss' },
  objectKind: { vi: 'phải là 0 công dân, 1 doanh nghiệp, 2 hộ kinh doanh', en: 'must be 0, 1 or 2' },
  status: { vi: 'phải từ 1 đến 10', en: 'must be 1 to 10' },
  way: { vi: 'phải là 0 hoặc 1 trực tuyến', en: 'must be 0, or 1 for online' },
  money: { vi: 'phải là số đồng, chỉ gồm chữ số', en: 'must be đồng, digits only' },
  count: { vi: 'phải là số, chỉ gồm chữ số', en: 'must be a number, digits only' },
};
const OTHERWISE: Bilingual = { vi: 'sai kiểu, hoặc quá dài', en: 'is of another kind, or too long' };
const NO_PACKET: Bilingual = { vi: 'không phải một gói hồ sơ', en: 'is no packet of a dossier' };

/** A packet read, or everything that is wrong with it. Never throws, whatever comes in. */
export function readPacket(
  raw: unknown,
): { readonly ok: true; readonly packet: ImportedPacket } | { readonly ok: false; readonly faults: PacketFault[] } {
  const read = importedPacketSchema.safeParse(raw);
  if (read.success) {
    const { MaTTHC, TenTTHC } = read.data;
    if (MaTTHC !== '' || TenTTHC !== '') return { ok: true, packet: read.data };
    return { ok: false, faults: [{ field: 'MaTTHC', ...(words['needed'] ?? OTHERWISE) }] };
  }
  const faults = read.error.issues.slice(0, 20).map((issue) => {
    const field = issue.path.map(String).join('.');
    return { field, ...(field === '' ? NO_PACKET : (words[issue.message] ?? OTHERWISE)) };
  });
  return { ok: false, faults };
}

/** The code a packet names itself by, as far as it can be told of a broken one. */
export function nameOfPacket(raw: unknown): string {
  const name = typeof raw === 'object' && raw !== null && 'MaHoSo' in raw ? raw.MaHoSo : '';
  return typeof name === 'string' || typeof name === 'number' ? String(name).slice(0, 60) : '';
}
