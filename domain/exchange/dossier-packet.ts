import type { LocalDateTime } from '../calendar/civil-date.ts';
import type { Person } from '../citizen/person.ts';
import type { PaperTaken } from '../dossier/events/receipt.ts';
import { stateFacts } from '../dossier/states.ts';
import { codeOfView, type DossierView, type Round } from '../dossier/view.ts';
import { packetMoment, type DossierPacket, type FeeLine, type OtherPaper, type SupplementLine } from './packet.ts';

/** What an export needs that is not in the dossier itself. */
export interface ExchangeFacts {
  /** Code of the field (mã lĩnh vực) of a procedure; empty where it is not known. */
  readonly fieldCode: (procedureCode: string) => string;
  readonly officeName: (id: string) => string;
  readonly userName: (id: string) => string;
  /** Chức danh; empty where it is not known. */
  readonly position: (user: string) => string;
}

/**
 * A dossier as DongBoHoSoMC has it. Null where the national list of states has no word for it (a dossier cancelled, or
 * merged into its double).
 */
export function dossierPacketOf(view: DossierView, facts: ExchangeFacts): DossierPacket | null {
  const { national } = stateFacts[view.state];
  if (national === null) return null;
  const { intake, received, result, submitted, refused } = view;
  const { applicant, procedure } = intake;
  const code = codeOfView(view);
  const { returned, finished } = result;
  return {
    MaHoSo: submitted?.portalCode ?? code,
    MaTTHC: procedure.code,
    TenTTHC: procedure.name,
    MaLinhVuc: facts.fieldCode(procedure.code),
    TenLinhVuc: procedure.field,
    SoBienNhan: received?.code.text ?? '',
    ChuHoSo: applicant?.name ?? '',
    LoaiDoiTuong:
      applicant === null || applicant.kind === 'citizen' ? '0' : applicant.kind === 'organisation' ? '1' : '2',
    MaDoiTuong: numberOf(applicant),
    ThongTinKhac: applicant === null || applicant.address === '' ? '' : `Địa chỉ: ${applicant.address}`,
    Email: applicant?.email ?? '',
    Fax: '',
    SoDienThoai: (applicant?.phone ?? '').replace(/\s/g, ''),
    TrichYeuHoSo: [procedure.shortName, procedure.caseLabel].filter((part) => part !== '').join(', '),
    NgayTiepNhan: packetMoment(received?.receivedAt ?? submitted?.submittedAt ?? null),
    NgayHenTra: packetMoment(view.clock.dueAt ?? view.clock.firstDue),
    TrangThaiHoSo: String(national),
    NgayTra: packetMoment(returned?.at ?? givenAtOnce(view)),
    ThongTinTra: returned === null ? '' : returnWords[returned.to.kind],
    HinhThuc: intake.channel === 'ONLINE' ? '1' : '0',
    NgayKetThucXuLy: packetMoment(finished?.at ?? view.clock.endedAt),
    DonViXuLy: [intake.processingUnit, facts.officeName(intake.competentOffice)]
      .filter((part) => part !== '')
      .join(', '),
    GhiChu: refused === null || view.state !== 'refused' ? '' : [refused.reason, refused.legalBasis].join('. '),
    TaiLieuNop: filesOf(view),
    DanhSachLePhi: feesOf(view),
    DanhSachTepDinhKemKhac: papersOf(received?.papers ?? view.guided?.papers ?? []),
    DanhSachHoSoBoSung: view.rounds.map((round) => supplementOf(view, round, facts)),
    DanhSachGiayToKetQua: (finished?.papers ?? []).map(({ name, number }) => ({
      TenGiayTo: name,
      MaThanhPhanHoSo: '',
      GiayToId: number,
      DuongDanTepTinKetQua: '',
    })),
  };
}

const returnWords = {
  applicant: 'Chủ hồ sơ nhận tại quầy',
  submitter: 'Người nộp nhận tại quầy',
  authorised: 'Người được ủy quyền nhận tại quầy',
  post: 'Gửi qua bưu chính',
} as const;

/** In the fast lane the result was in the citizen's hands when it was received. */
function givenAtOnce(view: DossierView): LocalDateTime | null {
  return view.state === 'done' ? (view.received?.receivedAt ?? null) : null;
}

function numberOf(person: Person | null): string {
  if (person === null) return '';
  return person.kind === 'citizen' ? (person.personalId ?? person.oldId ?? '') : person.taxCode;
}

/** Files that came with it from the portal: their addresses there still hold. */
function filesOf({ submitted }: DossierView): DossierPacket['TaiLieuNop'] {
  return (submitted?.papers ?? [])
    .filter(({ kind }) => kind === 'electronic')
    .map(({ name, code, file }, index) => ({
      TepDinhKemId: String(index + 1),
      TenTepDinhKem: name,
      IsDeleted: '0',
      MaThanhPhanHoSo: code,
      DuongDanTaiTepTin: file,
    }));
}

function feesOf({ received }: DossierView): FeeLine[] {
  if (received === null || received.fee.amount === 0) return [];
  const { amount, basis } = received.fee;
  return [{ TenPhiLePhi: basis, MaPhiLePhi: '', HinhThucThu: '1', Gia: String(amount), LoaiPhiLePhi: '' }];
}

/** A line for the originals of a paper, and one for its copies. */
function papersOf(papers: readonly PaperTaken[]): OtherPaper[] {
  return papers
    .filter(({ state, group }) => state === 'has' && group === 'submit')
    .flatMap(({ name, originals, copies }) => [
      { TenGiayTo: name, SoLuong: String(originals), LoaiGiayTo: '0' },
      { TenGiayTo: name, SoLuong: String(copies), LoaiGiayTo: '1' },
    ])
    .filter(({ SoLuong }) => SoLuong !== '0');
}

function supplementOf(view: DossierView, round: Round, facts: ExchangeFacts): SupplementLine {
  const asked = view.story.find(({ eventId }) => eventId === round.eventId);
  const content = round.demands.map(({ name, bring }) => (bring === '' ? name : `${name}: ${bring}`)).join('; ');
  return {
    HoSoBoSungId: round.eventId,
    NguoiYeuCauBoSung: asked === undefined ? '' : facts.userName(asked.actor),
    NoiDungBoSung: content,
    NgayBoSung: packetMoment(round.at),
    NguoiTiepNhanBoSung: '',
    ThongTinTiepNhan: '',
    NgayTiepNhanBoSung: packetMoment(round.answeredAt),
    TrangThaiBoSung: round.answeredAt === null ? '0' : '1',
    DanhSachGiayToBoSung: round.demands.map(({ name }) => ({ TenGiayTo: name })),
    DanhSachLePhiBoSung: [],
    // Of the unit's own requests the first promise is known, of the counter's there was none yet.
    NgayHenTraTruoc: round.by === 'unit' ? packetMoment(view.clock.firstDue) : '',
    NgayHenTraMoi: round.by === 'unit' && round.answeredAt !== null ? packetMoment(view.clock.dueAt) : '',
  };
}
