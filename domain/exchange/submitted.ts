import type { LocalDateTime } from '../calendar/civil-date.ts';
import { tidyName } from '../citizen/name.ts';
import type { Person } from '../citizen/person.ts';
import type { Intake } from '../dossier/events/common.ts';
import type { DossierSubmitted, SubmittedPaper } from '../dossier/events/guidance.ts';
import { momentInPacket, type AttachedFile, type DossierPacket, type FeeLine, type OtherPaper } from './packet.ts';

/** The part of a packet that begins a dossier, and whatever else it said. */
export type IncomingPacket = Pick<
  DossierPacket,
  | 'MaHoSo'
  | 'ChuHoSo'
  | 'LoaiDoiTuong'
  | 'MaDoiTuong'
  | 'ThongTinKhac'
  | 'Email'
  | 'SoDienThoai'
  | 'TrichYeuHoSo'
  | 'NgayTiepNhan'
  | 'HinhThuc'
  | 'GhiChu'
> & {
  readonly TaiLieuNop: readonly Omit<AttachedFile, 'TepDinhKemId'>[];
  readonly DanhSachLePhi: readonly (Pick<FeeLine, 'Gia'> & { readonly TrangThaiThanhToan: string })[];
  readonly DanhSachTepDinhKemKhac: readonly OtherPaper[];
};

export interface SubmittedFacts {
  readonly procedure: Intake['procedure'];
  readonly receivingOffice: string;
  readonly processingUnit: string;
  /** Vietnam local time; what counts where the packet names no moment. */
  readonly now: LocalDateTime;
  readonly checkBy: (submittedAt: LocalDateTime) => LocalDateTime | null;
  /** Fields the packet has and nobody knows. */
  readonly unknown: readonly (readonly [field: string, value: string])[];
}

const ADDRESS = /^địa chỉ\s*:?\s*/i;
const LONGEST_NOTE = 2000;

/** A packet from the portal as the dossier it begins: handed in from afar, to be checked by the office it was sent to. */
export function submittedOf(packet: IncomingPacket, facts: SubmittedFacts): DossierSubmitted {
  const submittedAt = momentInPacket(packet.NgayTiepNhan) ?? facts.now;
  const online = packet.HinhThuc !== '0';
  const fees = packet.DanhSachLePhi;
  return {
    intake: {
      applicant: personOf(packet, submittedAt),
      submitter: null,
      procedure: facts.procedure,
      channel: online ? 'ONLINE' : 'POSTAL',
      receivingOffice: facts.receivingOffice,
      counter: '',
      competentOffice: facts.receivingOffice,
      processingUnit: facts.processingUnit,
    },
    portalCode: packet.MaHoSo,
    submittedAt,
    checkBy: facts.checkBy(submittedAt),
    papers: papersOf(packet),
    fee: {
      amount: fees.reduce((sum, { Gia }) => sum + Number(Gia === '' ? '0' : Gia), 0),
      paid: fees.length > 0 && fees.every(({ TrangThaiThanhToan }) => TrangThaiThanhToan === '1'),
      reference: '',
    },
    resultWay: online ? 'electronic' : 'post',
    resultAddress: '',
    note: noteOf(packet, facts.unknown),
  };
}

function personOf(packet: IncomingPacket, at: LocalDateTime): Person {
  const number = packet.MaDoiTuong.replace(/\D/g, '');
  const citizen = packet.LoaiDoiTuong === '' || packet.LoaiDoiTuong === '0';
  return {
    kind: citizen ? 'citizen' : packet.LoaiDoiTuong === '1' ? 'organisation' : 'household-business',
    name: tidyName(packet.ChuHoSo),
    personalId: citizen && number.length === 12 ? number : null,
    oldId: citizen && number.length === 9 ? number : null,
    birthDate: null,
    sex: null,
    address: ADDRESS.test(packet.ThongTinKhac) ? packet.ThongTinKhac.replace(ADDRESS, '') : '',
    phone: packet.SoDienThoai,
    email: packet.Email,
    taxCode: citizen ? '' : packet.MaDoiTuong,
    source: { kind: 'typed', at },
  };
}

function papersOf(packet: IncomingPacket): SubmittedPaper[] {
  const files = packet.TaiLieuNop.filter(({ IsDeleted }) => !['1', 'true', 'True'].includes(IsDeleted)).map(
    (file): SubmittedPaper => ({
      name: file.TenTepDinhKem,
      code: file.MaThanhPhanHoSo,
      kind: 'electronic',
      count: 1,
      file: file.DuongDanTaiTepTin,
    }),
  );
  const others = packet.DanhSachTepDinhKemKhac.map(({ TenGiayTo, SoLuong, LoaiGiayTo }): SubmittedPaper => ({
    name: TenGiayTo,
    code: '',
    kind: LoaiGiayTo === '0' ? 'original' : LoaiGiayTo === '2' ? 'electronic' : 'copy',
    count: Number(SoLuong === '' ? '1' : SoLuong),
    file: '',
  }));
  return [...files, ...others].slice(0, 200);
}

function noteOf(packet: IncomingPacket, unknown: SubmittedFacts['unknown']): string {
  const { TrichYeuHoSo, GhiChu, ThongTinKhac } = packet;
  const lines = [
    TrichYeuHoSo,
    GhiChu,
    ThongTinKhac === '' || ADDRESS.test(ThongTinKhac) ? '' : `Thông tin khác: ${ThongTinKhac}`,
    ...unknown.map(([field, value]) => `${field}: ${value}`),
  ].filter((line) => line !== '');
  const note = lines.join('\n');
  return note.length <= LONGEST_NOTE ? note : `${note.slice(0, LONGEST_NOTE - 1).toWellFormed()}…`;
}
