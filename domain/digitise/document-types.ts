import type { Bilingual } from '../text.ts';

/**
 * Kinds of paper (mã loại giấy tờ) a digitised file is filed under. The codes are this program's own, in groups an
 * officer knows at sight, until the province hands out its list; a code never changes its meaning.
 */
export const documentTypes = [
  { code: 'DON', name: { vi: 'Đơn, tờ khai', en: 'Application form' }, identity: false },
  { code: 'HO-TICH', name: { vi: 'Giấy tờ hộ tịch', en: 'Civil-status paper' }, identity: false },
  { code: 'CU-TRU', name: { vi: 'Giấy tờ cư trú', en: 'Residence paper' }, identity: false },
  { code: 'NHA-DAT', name: { vi: 'Giấy tờ nhà, đất', en: 'Land or house paper' }, identity: false },
  { code: 'KINH-DOANH', name: { vi: 'Giấy tờ đăng ký kinh doanh', en: 'Business paper' }, identity: false },
  { code: 'UY-QUYEN', name: { vi: 'Văn bản ủy quyền', en: 'Authorisation' }, identity: false },
  { code: 'HOP-DONG', name: { vi: 'Hợp đồng, văn bản thỏa thuận', en: 'Contract or agreement' }, identity: false },
  { code: 'XAC-NHAN', name: { vi: 'Giấy xác nhận, chứng nhận', en: 'Certificate' }, identity: false },
  { code: 'BAN-VE', name: { vi: 'Bản vẽ, sơ đồ, ảnh', en: 'Drawing, map or photograph' }, identity: false },
  {
    code: 'KET-QUA',
    name: { vi: 'Kết quả thủ tục đã giải quyết', en: 'Result of an earlier procedure' },
    identity: false,
  },
  { code: 'TUY-THAN', name: { vi: 'Giấy tờ tùy thân', en: 'Identity paper' }, identity: true },
  { code: 'KHAC', name: { vi: 'Giấy tờ khác', en: 'Other paper' }, identity: false },
] as const satisfies readonly DocumentType[];

interface DocumentType {
  readonly code: string;
  readonly name: Bilingual;
  /** Thẻ căn cước, giấy chứng nhận căn cước, hộ chiếu: its picture is sensitive data (NĐ 356/2025 Điều 4). */
  readonly identity: boolean;
}

export type DocumentTypeCode = (typeof documentTypes)[number]['code'];

export function documentType(code: string): DocumentType | null {
  return documentTypes.find((type) => type.code === code) ?? null;
}
