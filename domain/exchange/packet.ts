import { parseCivilDate, type LocalDateTime } from '../calendar/civil-date.ts';

/**
 * Packets of the national exchange, in the shape provincial systems send (OpenCPS v2). Field names are the exchange's
 * own. Everything is text; moments are `yyyyMMddHHmmss`, Asia/Ho_Chi_Minh, empty where there is none.
 */
export interface DossierPacket {
  readonly MaHoSo: string;
  readonly MaTTHC: string;
  readonly TenTTHC: string;
  readonly MaLinhVuc: string;
  readonly TenLinhVuc: string;
  /** Số biên nhận: the code on the receipt slip. */
  readonly SoBienNhan: string;
  readonly ChuHoSo: string;
  /** 0 citizen (công dân), 1 enterprise (doanh nghiệp), 2 household business (hộ kinh doanh). */
  readonly LoaiDoiTuong: string;
  /** ID number, or tax code. */
  readonly MaDoiTuong: string;
  readonly ThongTinKhac: string;
  readonly Email: string;
  readonly Fax: string;
  readonly SoDienThoai: string;
  readonly TrichYeuHoSo: string;
  readonly NgayTiepNhan: string;
  readonly NgayHenTra: string;
  /** 1 to 10. */
  readonly TrangThaiHoSo: string;
  readonly NgayTra: string;
  readonly ThongTinTra: string;
  /** 0 handed in at a counter or by post, 1 online. */
  readonly HinhThuc: string;
  readonly NgayKetThucXuLy: string;
  readonly DonViXuLy: string;
  readonly GhiChu: string;
  readonly TaiLieuNop: readonly AttachedFile[];
  readonly DanhSachLePhi: readonly FeeLine[];
  readonly DanhSachTepDinhKemKhac: readonly OtherPaper[];
  readonly DanhSachHoSoBoSung: readonly SupplementLine[];
  readonly DanhSachGiayToKetQua: readonly ResultLine[];
}

export interface AttachedFile {
  readonly TepDinhKemId: string;
  readonly TenTepDinhKem: string;
  /** "0" or "1". */
  readonly IsDeleted: string;
  readonly MaThanhPhanHoSo: string;
  readonly DuongDanTaiTepTin: string;
}

export interface FeeLine {
  readonly TenPhiLePhi: string;
  readonly MaPhiLePhi: string;
  /** 1 at receipt, 2 at supplement, 4 at return. */
  readonly HinhThucThu: string;
  /** Đồng. */
  readonly Gia: string;
  readonly LoaiPhiLePhi: string;
}

export interface OtherPaper {
  readonly TenGiayTo: string;
  readonly SoLuong: string;
  /** 0 original, 1 copy, 2 electronic. */
  readonly LoaiGiayTo: string;
}

export interface SupplementLine {
  readonly HoSoBoSungId: string;
  readonly NguoiYeuCauBoSung: string;
  readonly NoiDungBoSung: string;
  readonly NgayBoSung: string;
  readonly NguoiTiepNhanBoSung: string;
  readonly ThongTinTiepNhan: string;
  readonly NgayTiepNhanBoSung: string;
  /** 0 asked for, 1 brought. */
  readonly TrangThaiBoSung: string;
  readonly DanhSachGiayToBoSung: readonly { readonly TenGiayTo: string }[];
  readonly DanhSachLePhiBoSung: readonly FeeLine[];
  readonly NgayHenTraTruoc: string;
  readonly NgayHenTraMoi: string;
}

export interface ResultLine {
  readonly TenGiayTo: string;
  readonly MaThanhPhanHoSo: string;
  readonly GiayToId: string;
  readonly DuongDanTepTinKetQua: string;
}

/** One step of a dossier's work (CapNhatTienDoHoSoMC). */
export interface ProgressPacket {
  readonly MaHoSo: string;
  readonly NguoiXuLy: string;
  readonly ChucDanh: string;
  readonly ThoiDiemXuLy: string;
  readonly PhongBanXuLy: string;
  readonly NoiDungXuLy: string;
  readonly TrangThai: string;
  readonly NgayBatDau: string;
  readonly NgayKetThucTheoQuyDinh: string;
}

/** '2026-11-23T10:42:00' → '20261123104200'; empty for null. */
export function packetMoment(moment: LocalDateTime | null): string {
  return moment === null ? '' : moment.replace(/\D/g, '');
}

/** The moment in a packet, Vietnam local time. Null where it is no moment of a day that exists. */
export function momentInPacket(text: string): LocalDateTime | null {
  const parts = /^(\d{4})(\d{2})(\d{2})([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/.exec(text.trim());
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const date = `${year}-${month}-${day}`;
  return parseCivilDate(date) === null ? null : `${date}T${hour}:${minute}:${second}`;
}
