/** Mang dữ liệu đi bằng USB. */
export const viCourier = {
  title: 'Mang dữ liệu đi bằng USB',
  about:
    'Khi mất đường truyền nhiều ngày: ghi tệp niêm phong, mang đến máy có đường truyền, rồi mang tệp trả lời về. Việc của các máy khác trong sảnh mà máy này đã nhận cũng đi cùng.',
  write: 'Ghi tệp mang đi',
  writeMore: 'Ghi tệp tiếp theo',
  nothing: 'Không có gì chờ gửi',
  read: 'Đọc tệp mang đến',
  written:
    'Đã ghi {n, number} việc vào tệp. Còn {left, number} việc cho tệp sau. Việc vẫn chờ gửi đến khi có tệp trả lời.',
  answered: 'Tỉnh đã trả lời {n, number} việc. Còn {left, number} việc chờ gửi.',
  again: 'Tỉnh đã có {n, number} việc trước đây, nay cần gửi lại: ghi tệp mới mang đi.',
  passedOn: 'Đã nộp hộ tệp của máy khác. Mang tệp trả lời vừa lưu về máy đó.',
};
