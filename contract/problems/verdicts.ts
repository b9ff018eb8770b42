import { row } from './row.ts';

/** XV: verdict reasons (kết luận của tỉnh về một việc đã gửi). */
export const verdictProblems = {
  'XV-01': row(
    ['Chữ ký của việc này không đúng.', 'The signature of this event is wrong.'],
    ['Việc còn nguyên trên máy đã ghi.', 'The event is intact on the machine that wrote it.'],
    ['Gọi người quản trị ngay.', 'Call the administrator at once.'],
  ),
  'XV-02': row(
    [
      'Tỉnh đã giữ một việc khác ở đúng chỗ này trong sổ.',
      'The province already holds another event in this place of the log.',
    ],
    ['Việc còn nguyên trên máy đã ghi.', 'The event is intact on the machine that wrote it.'],
    ['Gọi người quản trị ngay: có thể máy bị sao chép.', 'Call the administrator at once: the machine may be cloned.'],
  ),
  'XV-03': row(
    ['Tỉnh không đọc được nội dung việc này.', 'The province cannot read this event.'],
    ['Việc được giữ riêng, không mất.', 'The event is kept apart, not lost.'],
    ['Cập nhật chương trình, rồi báo người quản trị.', 'Update the program, then tell the administrator.'],
  ),
  'XV-04': row(
    ['Việc này của một nơi mà máy không thuộc về.', 'This event names an office this machine does not belong to.'],
    ['Việc được giữ riêng, không mất.', 'The event is kept apart, not lost.'],
    ['Báo người quản trị.', 'Tell the administrator.'],
  ),
  'XV-05': row(
    ['Mã hồ sơ này đã có ở một hồ sơ khác.', 'This dossier code already stands on another dossier.'],
    ['Cả hai hồ sơ còn nguyên.', 'Both dossiers are kept.'],
    ['Gọi báo người nộp: tra cứu bằng mã QR trên phiếu.', 'Call the submitter: look it up by the QR code of the slip.'],
  ),
  'XV-06': row(
    ['Máy gửi việc này đã bị thu hồi.', 'The machine that wrote this event was revoked.'],
    ['Việc được giữ riêng, không mất.', 'The event is kept apart, not lost.'],
    ['Người quản trị xem và cho vào từng việc.', 'An administrator releases it, one by one.'],
  ),
  'XV-07': row(
    ['Số hồ sơ không nằm trong dãy số được cấp cho máy này.', 'The number is not in a range given to this machine.'],
    ['Hồ sơ còn nguyên.', 'The dossier is kept.'],
    ['Báo người quản trị.', 'Tell the administrator.'],
  ),
  'XV-08': row(
    ['Việc này quá lớn.', 'This event is too large.'],
    ['Việc còn nguyên trên máy đã ghi.', 'The event is intact on the machine that wrote it.'],
    ['Báo người quản trị.', 'Tell the administrator.'],
  ),
  'XV-09': row(
    ['Hai nơi ghi khác nhau về hồ sơ này.', 'Two places recorded this dossier differently.'],
    ['Cả hai bên đều được giữ.', 'Both sides are kept.'],
    ['Mở hồ sơ, xem hai bên và báo người phụ trách.', 'Open the dossier, look at both and tell the supervisor.'],
  ),
  'XV-10': row(
    ['Việc này ghi khi hồ sơ không còn ở bước đó.', 'Recorded when the dossier was no longer at that step.'],
    ['Việc được giữ, chưa có hiệu lực.', 'It is kept and has no effect.'],
    ['Mở hồ sơ, xem lại và chốt.', 'Open the dossier, look and settle it.'],
  ),
  'XV-11': row(
    ['Việc này vượt quy định mà chưa có người duyệt.', 'Past a limit of the law, and nobody approved it.'],
    ['Việc được giữ và vẫn có hiệu lực.', 'It is kept and holds.'],
    ['Người phụ trách xem lại và chốt, ghi lý do.', 'A supervisor looks and settles it with a reason.'],
  ),
  'XV-12': row(
    ['Hai nơi cùng ghi về một mục của hồ sơ này.', 'Two places decided the same thing of this dossier.'],
    ['Cả hai bên đều được giữ.', 'Both sides are kept.'],
    ['Mở hồ sơ, chọn bên đúng cho từng mục.', 'Open the dossier and choose the right side.'],
  ),
  'XV-13': row(
    ['Thiếu giấy tờ khi nhận bàn giao.', 'A paper was missing at handover.'],
    ['Đã ghi rõ ai giữ sau cùng.', 'Who held it last is on record.'],
    ['Hỏi người giữ sau cùng, tìm thấy thì ghi đã tìm thấy.', 'Ask who held it last; record it when found.'],
  ),
  'XV-15': row(
    ['Phải gọi lại người dân.', 'The citizen must be called back.'],
    ['Hồ sơ đã đúng; phiếu người dân đang giữ thì chưa.', 'The dossier is right; the slip the citizen holds is not.'],
    ['Gọi báo, hẹn đổi phiếu, rồi ghi đã báo.', 'Call, agree on changing the slip, then write it down.'],
  ),
  'XV-16': row(
    ['Mã của việc này đã thuộc về một việc khác.', 'The id of this event belongs to another event already.'],
    ['Việc còn nguyên trên máy đã ghi.', 'The event is intact on the machine that wrote it.'],
    ['Máy tự ghi lại dưới mã mới rồi gửi.', 'The machine gives it an id of its own and sends it.'],
  ),
  'XV-17': row(
    [
      'Máy ghi việc này đã bỏ sổ cũ mà không còn giữ việc này; máy khác đã gửi thay.',
      'The machine that wrote this has left that log without it; another machine brought it.',
    ],
    ['Việc đã vào hồ sơ, không mất.', 'It is in the dossier, and not lost.'],
    [
      'Xem lại hồ sơ với người đã ghi; đúng thì ghi là đã xem.',
      'Look at the dossier with who wrote it; if right, settle it.',
    ],
  ),
  'XV-18': row(
    [
      'Một việc của hồ sơ này do bản mới hơn của chương trình ghi, máy này chưa đọc được.',
      'An event of this dossier was written by a newer release; this machine cannot read it yet.',
    ],
    ['Việc được giữ nguyên, chưa tính vào hồ sơ ở máy này.', 'It is kept as it is and does not count here yet.'],
    ['Cập nhật chương trình trên máy này, máy tự tính vào.', 'Update the program on this machine; it then counts.'],
  ),
  'XV-19': row(
    [
      'Phiếu người dân đang giữ mang mã của một hồ sơ khác.',
      'The slip the citizen holds carries another dossier’s code.',
    ],
    ['Cả hai hồ sơ còn nguyên, hẹn trả không đổi.', 'Both dossiers are kept, and the due dates stand.'],
    [
      'Gọi người nộp, nói: mã trên phiếu trùng với hồ sơ khác, hẹn trả không đổi; tra cứu bằng mã QR trên phiếu, khi đến mang phiếu và giấy tờ tùy thân.',
      'Call the submitter and say: the code on the slip is also another dossier’s, the due date stands; look it up by the QR code of the slip, and bring the slip and an identity paper.',
    ],
  ),
  'XV-20': row(
    [
      'Người dân đang giữ phiếu của một hồ sơ tỉnh còn giữ riêng, chưa tra cứu được.',
      'The citizen holds a slip of a dossier that the province keeps apart; it cannot be looked up yet.',
    ],
    ['Hồ sơ còn nguyên trên máy, hẹn trả không đổi.', 'The dossier is intact on this machine; the due date stands.'],
    [
      'Gọi người nộp, nói: hồ sơ đã nhận, chưa tra cứu được trên mạng, cần hỏi thì gọi quầy. Rồi báo người quản trị cho vào.',
      'Call the submitter and say: it was received, it cannot be looked up online yet, call the counter to ask. Then ask the administrator to let it in.',
    ],
  ),
  'XV-21': row(
    [
      'Máy ghi việc dưới tên một người mà cơ quan chưa từng có, hoặc có người phê duyệt chưa từng là lãnh đạo ở đó.',
      'A machine wrote in the name of somebody its office has never had, or with the approval of somebody who never was a supervisor there.',
    ],
    ['Việc vẫn được tính như mọi việc khác.', 'The event counts like any other.'],
    [
      'Hỏi quầy đã ghi: sau khi tỉnh phục hồi dữ liệu thì tạo lại tài khoản; nếu không ai nhận là mình ghi thì thu hồi máy đó.',
      'Ask the counter that wrote it: after a restore of the province, make the account again; where nobody wrote it, revoke that machine.',
    ],
  ),
  'XV-22': row(
    [
      'Máy đã đổi sổ ghi: tỉnh giữ việc khác ở chỗ ấy.',
      'This machine has begun another log: the province holds something else in its place.',
    ],
    [
      'Việc chưa gửi đã chuyển cả sang sổ mới và được gửi từ đó, không mất.',
      'Whatever was unsent has moved to the new log and is sent from there; nothing is lost.',
    ],
    [
      'Gọi người quản trị ngay: có thể máy bị sao chép, hoặc bản sao cũ đang chạy ở máy khác.',
      'Call the administrator at once: the machine may have been cloned, or an old copy of it is running elsewhere.',
    ],
  ),
  'XV-23': row(
    [
      'Máy đã đổi sổ ghi: tỉnh từ chối một việc ở sổ cũ.',
      'This machine has begun another log: the province refused an event of the old one.',
    ],
    [
      'Việc chưa gửi đã chuyển cả sang sổ mới; việc bị từ chối còn nguyên trên máy.',
      'Whatever was unsent has moved to the new log; what was refused is intact on this machine.',
    ],
    [
      'Gọi người quản trị: đĩa của máy có thể hỏng. Xem lại hồ sơ ghi lúc đó.',
      'Call the administrator: the disk of this machine may be failing. Look again at what was written then.',
    ],
  ),
  'XV-24': row(
    [
      'Tỉnh từ chối việc gửi thay máy khác của sảnh.',
      'The province refused what this machine brought for another one of the hall.',
    ],
    ['Việc còn nguyên trên máy đã ghi.', 'It is intact on the machine that wrote it.'],
    [
      'Xem mục cần xem lại ở máy ấy, rồi gọi người quản trị.',
      'Look at what needs attention at that machine, then call the administrator.',
    ],
  ),
  'XV-25': row(
    [
      'Có việc đã ghi bị mất khỏi máy, tỉnh chưa có.',
      'Something that was written is gone from its machine, and the province has not got it.',
    ],
    ['Mọi việc khác còn nguyên và vẫn được gửi.', 'Everything else is intact and is sent.'],
    [
      'Gọi người quản trị. So sổ và phiếu đã in với máy, ghi lại chỗ thiếu.',
      'Call the administrator. Compare the register and the printed slips with the machine, and enter again what is missing.',
    ],
  ),
  'XV-14': row(
    ['Người giao không phải nơi đang giữ giấy tờ.', 'It was given by somebody not known to hold it.'],
    ['Lần giao vẫn được ghi.', 'The handover is recorded.'],
    ['Xem lại ai giữ giấy tờ rồi chốt.', 'Check who holds the paper and settle it.'],
  ),
} as const;
