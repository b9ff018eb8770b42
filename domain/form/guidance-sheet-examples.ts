import type { GuidanceSheetInput } from './guidance-sheet.ts';
import { crowded as crowdedReceipt, usual as receipt } from './mau-01-examples.ts';

/** Guidance sheets for tests. */

const usual: GuidanceSheetInput = {
  office: receipt.office,
  procedure: { code: '1.001193', name: 'Đăng ký khai sinh' },
  caseLabel: 'cha mẹ đăng ký cho con, có giấy chứng sinh',
  submit: [
    { name: 'Tờ khai đăng ký khai sinh (lấy mẫu tại quầy)', originals: 1, certified: 0, copies: 0, when: '' },
    { name: 'Giấy chứng sinh', originals: 1, certified: 0, copies: 0, when: '' },
    {
      name: 'Văn bản ủy quyền có chứng thực',
      originals: 1,
      certified: 0,
      copies: 0,
      when: 'khi người đi làm không phải cha, mẹ, ông, bà, anh, chị, em ruột',
    },
  ],
  present: [
    { name: 'Thẻ căn cước, hoặc VNeID mức 2', when: '' },
    { name: 'Giấy tờ về nơi cư trú', when: 'khi không tra cứu được trên dữ liệu dân cư' },
  ],
  steps: [
    'Lấy số Hộ tịch, nộp giấy tờ tại quầy',
    'Xem lại bản nháp giấy khai sinh và báo chỗ sai nếu có',
    'Nhận giấy khai sinh trong ngày; nộp sau 15 giờ thì nhận vào ngày làm việc kế tiếp',
  ],
  limitText: 'trong ngày làm việc',
  feeText: 'không thu',
  result: 'Giấy khai sinh (bản chính)',
  where: 'Trung tâm PVHCC phường Sa Đéc, số 1, đường Nguyễn Sinh Sắc, phường Sa Đéc',
  hours: 'Thứ Hai đến thứ Sáu, 7 giờ 00 đến 11 giờ 30 và 13 giờ 30 đến 17 giờ 00; sáng thứ Bảy',
  hotline: '0277 3898989',
  website: 'dichvucong.gov.vn',
  remarks: ['Làm trong 60 ngày kể từ ngày sinh'],
  decision: 'Quyết định 163/QĐ-BTP',
  givenAt: '2026-11-23T09:05:00',
  officer: 'Lê Thị Kim Ngân',
  qr: 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7',
  copy: null,
  demo: false,
};

export const guidanceSheetSamples = {
  usual,
  crowded: {
    ...usual,
    procedure: crowdedReceipt.procedure,
    caseLabel: 'chuyển nhượng một phần thửa đất, có nhiều người chung quyền sử dụng',
    submit: crowdedReceipt.papers.map(({ name }, index) => ({
      name,
      originals: 1,
      certified: index % 2,
      copies: index % 3,
      when: index % 4 === 0 ? '' : 'khi thửa đất thuộc quyền sử dụng chung của nhiều người',
    })),
    limitText: '18 ngày làm việc, không kể thời gian thực hiện nghĩa vụ tài chính',
    feeText: 'theo Nghị quyết của Hội đồng nhân dân tỉnh, báo tại quầy khi nộp',
    remarks: ['Người có công, hộ nghèo được miễn lệ phí', 'Mang bản chính để đối chiếu'],
    copy: { issue: 2, reason: 'người hỏi xin thêm một bản' },
    demo: true,
  },
  minimal: {
    ...usual,
    caseLabel: '',
    submit: [],
    present: [],
    result: '',
    website: '',
    remarks: [],
    qr: '',
    officer: '',
  },
} satisfies Record<string, GuidanceSheetInput>;
