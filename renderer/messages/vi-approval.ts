/** A supervisor's approval of what the rules forbid. */
export const viApproval = {
  approval: {
    rule: 'Người duyệt tự nhập mật khẩu của mình. Tên người duyệt và lý do được ghi vào hồ sơ.',
    reason: 'Lý do',
    reasonMissing: 'chưa ghi lý do',
    who: 'Người duyệt',
    whoChoose: 'Chọn người duyệt',
    whoMissing: 'chưa chọn người duyệt',
    password: 'Mật khẩu',
    passwordMissing: 'chưa nhập mật khẩu',
    waiting: 'Đang kiểm tra mật khẩu…',
  },
} as const;
