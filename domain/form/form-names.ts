import type { Bilingual } from '../text.ts';
import type { SlipForm } from './slip-values.ts';

export interface FormName {
  /** "Mẫu 02", or the short name of a sheet that has no number. */
  readonly label: Bilingual;
  /** Official name. */
  readonly name: Bilingual;
  /** What the id of its templates begins with: "mau-02". */
  readonly id: string;
}

const numbered = (number: string, vi: string, en: string): FormName => ({
  label: { vi: `Mẫu ${number}`, en: `Form ${number}` },
  name: { vi, en },
  id: `mau-${number}`,
});

const sheet = (id: string, vi: string, en: string): FormName => ({ label: { vi, en }, name: { vi, en }, id });

/** Official names (Thông tư 03/2025/TT-VPCP, Phụ lục I), and those of the sheets used beside the forms. */
export const formNames: Readonly<Record<SlipForm, FormName>> = {
  '01': numbered('01', 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Receipt and appointment for the result'),
  '02': numbered('02', 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'Supplement request'),
  '03': numbered('03', 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', 'Refusal to receive or handle the dossier'),
  '04': numbered(
    '04',
    'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết',
    'Apology and request for an extension',
  ),
  '05': numbered('05', 'Thông báo dừng giải quyết hồ sơ', 'Notice of stopping'),
  '06': numbered('06', 'Phiếu kiểm soát quá trình giải quyết hồ sơ', 'Control slip'),
  '07': numbered('07', 'Sổ theo dõi hồ sơ', 'Dossier register'),
  'handover-list': sheet('handover-list', 'Danh sách bàn giao hồ sơ', 'Handover list'),
  'guidance-sheet': sheet('guidance-sheet', 'Phiếu hướng dẫn thủ tục', 'Guidance sheet'),
  'day-close': sheet('day-close', 'Phiếu chốt ngày', 'Closing page of the day'),
  'cash-list': sheet('cash-list', 'Danh sách thu phí, lệ phí', 'List of fees taken'),
};
