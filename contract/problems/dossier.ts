import { nothingChanged, row } from './row.ts';

/** HS: hồ sơ, what may be done with a dossier now. */
export const dossierProblems = {
  'HS-01': row(
    ['Hồ sơ đang ở bước “{state}”, không làm việc này được.', 'The dossier is at “{state}”; this cannot be done now.'],
    nothingChanged,
    ['Mở hồ sơ xem việc kế tiếp.', 'Open the dossier and look at the next step.'],
  ),
  'HS-02': row(['Việc này vượt quy định: {rules}.', 'This is past the rules: {rules}.'], nothingChanged, [
    'Nhờ người phụ trách nhập mật khẩu của mình và lý do, hoặc làm cách khác.',
    'Ask a supervisor to enter their own password and a reason, or do it another way.',
  ]),
  'HS-03': row(['{name} không có quyền duyệt.', '{name} may not approve.'], nothingChanged, [
    'Người duyệt phải là Giám đốc hoặc Phó Giám đốc của cơ quan này.',
    'The approver must be the head or deputy head of this office.',
  ]),
} as const;
