/** Money: transfers, the cash list, the count of a drawer. */
export const viMoney = {
  money: {
    showCode: 'Mã chuyển khoản',
    transferTitle: 'Chuyển khoản {amount}',
    codeLabel: 'Mã VietQR để quét bằng ứng dụng ngân hàng',
    bankName: 'Ngân hàng',
    account: 'Số tài khoản',
    holder: 'Chủ tài khoản',
    purpose: 'Nội dung',
    compare: 'Quét bằng ứng dụng ngân hàng, đối chiếu tên và số tiền rồi mới chuyển.',
    close: 'Đóng',
  },
} as const;
