/** Lists of dossiers and their filters. */
export const viLists = {
  lists: {
    title: 'Hồ sơ theo danh sách',
    which: 'Danh sách',
    recent: 'Mới nhận',
    open: 'Đang giải quyết, theo hạn',
    due: 'Hạn',
    everyDue: 'Mọi hạn',
    field: 'Lĩnh vực',
    everyField: 'Mọi lĩnh vực',
    unit: 'Nơi xử lý',
    everyUnit: 'Mọi nơi',
    officer: 'Người xử lý',
    everyOfficer: 'Mọi người',
    nobody: 'Chưa phân công',
    choice: '{name}, {n, number}',
    total: '{n, number} hồ sơ',
    groupCount: '{group}, {n, number}',
    group: {
      soon: 'Sắp đến hạn',
      overdue: 'Quá hạn',
      inTime: 'Trong hạn',
      ready: 'Có kết quả, chờ trả',
      paused: 'Tạm dừng, chờ người dân',
      noDate: 'Không hẹn ngày',
    },
  },
} as const;
