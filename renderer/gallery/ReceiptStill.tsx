import { useState, type ReactNode } from 'react';
import styles from './ReceiptStill.module.css';
import { shortDays } from './days.ts';
import { Frame } from '../frame/Frame.tsx';
import { Outcome, OutcomeFigure, OutcomePart } from '../frame/Outcome.tsx';
import { Rail, RailGroup, RailLine } from '../frame/Rail.tsx';
import { SheetBody, SheetHead } from '../frame/SheetHead.tsx';
import { StatusBar } from '../frame/StatusBar.tsx';
import { TicketBlock } from '../frame/TicketBlock.tsx';
import { TitleBar } from '../frame/TitleBar.tsx';
import { Button } from '../ui/Button.tsx';
import { DayStrip } from '../ui/DayStrip.tsx';
import { Facts, Steps } from '../ui/Facts.tsx';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Keycap } from '../ui/Keycap.tsx';
import { KnownValue } from '../ui/KnownValue.tsx';
import { PaperMark } from '../ui/PaperMark.tsx';
import { QueueRow } from '../ui/QueueRow.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';
import { SearchBox } from '../ui/SearchBox.tsx';
import { Section } from '../ui/Section.tsx';
import { Segments } from '../ui/Segments.tsx';

const nothing = (): void => {};

/** The frame as the receipt screen fills it, with invented content: what the picture test looks at. */
export function ReceiptStill(): ReactNode {
  const [text, setText] = useState('');
  const [current, setCurrent] = useState('receipt');
  return (
    <Frame
      title={
        <TitleBar
          workspaces={[
            { key: 'receipt', label: 'Tiếp nhận', action: 'workspace1' },
            { key: 'handover', label: 'Bàn giao', action: 'workspace2', dueToday: 6 },
            { key: 'results', label: 'Trả kết quả', action: 'workspace3', dueToday: 4 },
            { key: 'dossiers', label: 'Hồ sơ', action: 'workspace4' },
          ]}
          current={current}
          onGo={setCurrent}
          search={
            <SearchBox
              value={text}
              onChange={setText}
              onOpen={nothing}
              onHurry={() => Promise.resolve(false)}
              groups={[
                {
                  head: 'Hồ sơ',
                  results: [
                    {
                      key: '1',
                      title: 'Nguyễn Thị Hồng Nhung',
                      detail: 'Cấp Giấy xác nhận tình trạng hôn nhân',
                      aside: '0304',
                    },
                  ],
                },
              ]}
            />
          }
          person={{ name: 'Lê Thị Kim Ngân', place: 'Quầy 3, phường Sa Đéc' }}
          onPerson={nothing}
        />
      }
      rail={<Queue />}
      outcome={<Verdict />}
      status={
        <StatusBar
          line={{ state: 'down', since: '09:12', waiting: 14 }}
          printer={{ state: 'ready', name: 'Canon LBP2900' }}
          attention={3}
          onAttention={nothing}
          time="10:42"
          day="Thứ Hai 23/11/2026"
        />
      }
    >
      <SheetHead
        title="Hồ sơ mới"
        fact="H20.57-261123-0304, số của quầy 3"
        aside={
          <>
            <Icon name="check" />
            Đã tự lưu 10:42:05
          </>
        }
      />
      <SheetBody>
        <Person />
        <Papers />
      </SheetBody>
    </Frame>
  );
}

function Queue(): ReactNode {
  return (
    <Rail
      ticket={
        <TicketBlock
          state="serving"
          number="B027"
          field="Hộ tịch"
          timer="3′20″"
          taken="Lấy số 10:28, đã chờ 11 phút"
          why="Gọi vì: chờ lâu nhất trong các số quầy này nhận, không có số ưu tiên"
          callsToGo={0}
          onRecall={nothing}
          onNoShow={nothing}
          onHold={nothing}
          onMove={nothing}
          onEnd={nothing}
        />
      }
      next={
        <Button wide action="callNext" onPress={nothing}>
          Gọi số kế tiếp
        </Button>
      }
      foot={
        <RailGroup head="Làm dở 2" action="drafts">
          <RailLine words="Trần Văn Lợi" aside="09:58" />
          <RailLine words="Ngô Văn Út" aside="08:41" />
        </RailGroup>
      }
    >
      <RailGroup head="Đang chờ 5" aside="lâu nhất 14 phút">
        <QueueRow number="A112" words="Cao tuổi, kế tiếp" priority waitedMinutes={6} place="next" />
        <QueueRow number="B028" words="Hộ tịch" waitedMinutes={14} place="mine" />
        <QueueRow number="B029" words="Hộ tịch" waitedMinutes={9} place="mine" />
        <QueueRow number="A113" words="Chứng thực" waitedMinutes={5} place="mine" />
        <QueueRow number="A114" words="Chứng thực" waitedMinutes={3} place="mine" />
      </RailGroup>
      <RailGroup head="Quầy khác gọi 4" quiet>
        <QueueRow number="C041" words="Đất đai" waitedMinutes={21} place="other" />
        <QueueRow number="D013" words="Hộ kinh doanh" waitedMinutes={12} place="other" />
        <QueueRow number="E007" words="Khuyết tật" priority waitedMinutes={4} place="other" />
        <QueueRow number="C042" words="Đất đai" waitedMinutes={1} place="other" />
      </RailGroup>
    </Rail>
  );
}

function Person(): ReactNode {
  const [phone, setPhone] = useState('0912 000 345');
  const [which, setWhich] = useState<'first' | 'again' | 'after'>('first');
  return (
    <>
      <Section n={1} title="Người nộp">
        <div className={styles.name}>
          <span className={styles.person}>Nguyễn Thị Hồng Nhung</span>
          <span className={styles.small}>nộp cho chính mình</span>
          <span className={`${styles.small} ${styles.source}`}>
            <Icon name="card" />
            Đọc từ thẻ căn cước, 10:39
          </span>
        </div>
        <div className={styles.rows}>
          <div className={styles.pair}>
            <KnownValue label="Số định danh" value="087196004218" shown="087 196 004 218" />
            <KnownValue label="Sinh ngày" value="14/08/1996, nữ" />
          </div>
          <KnownValue label="Nơi cư trú" value="Số 42, đường Trần Hưng Đạo, phường Sa Đéc, tỉnh Đồng Tháp" />
          <div className={styles.phone}>
            <Field label="Điện thoại" kind="phone" value={phone} onChange={setPhone} className={styles.phoneField} />
            <Button size="small" action="onBehalf" onPress={nothing}>
              Nộp thay người khác
            </Button>
          </div>
        </div>
      </Section>
      <Section n={2} title="Thủ tục">
        <p className={styles.person}>Cấp Giấy xác nhận tình trạng hôn nhân</p>
        <p className={styles.small}>1.004873, Hộ tịch, cấp xã. Quyết định 163/QĐ-BTP</p>
        <RadioRow
          label="Trường hợp"
          className={styles.case}
          value={which}
          onChange={setWhich}
          options={[
            { value: 'first', label: 'Cấp lần đầu' },
            { value: 'again', label: 'Cấp lại' },
            { value: 'after', label: 'Đã ly hôn hoặc vợ, chồng đã chết' },
          ]}
        />
      </Section>
    </>
  );
}

function Papers(): ReactNode {
  const [where, setWhere] = useState<'desk' | 'post' | 'electronic'>('desk');
  const [sets, setSets] = useState('1');
  return (
    <>
      <Section n={3} title="Giấy tờ" grows>
        <table className={styles.papers}>
          <tbody>
            <tr>
              <th className={styles.mark} />
              <th>Phải nộp</th>
              <th className={styles.copies} />
              <th className={styles.state}>Tình trạng</th>
            </tr>
            <tr>
              <td className={styles.mark}>
                <PaperMark state="has" />
              </td>
              <td>Tờ khai cấp Giấy xác nhận tình trạng hôn nhân</td>
              <td className={styles.small}>1 bản chính</td>
              <td>Đủ</td>
            </tr>
            <tr>
              <th />
              <th colSpan={3}>Chỉ xuất trình, không giữ bản sao</th>
            </tr>
            <tr className={styles.tall}>
              <td className={styles.mark}>
                <PaperMark state="has" />
              </td>
              <td>
                Giấy tờ tùy thân
                <br />
                <span className={styles.small}>Đã đọc thẻ căn cước, không cần xem thêm</span>
              </td>
              <td className={styles.small}>1 bản chính</td>
              <td>Đủ</td>
            </tr>
            <tr className={`${styles.tall} ${styles.now}`}>
              <td className={styles.mark}>
                <PaperMark state="has" />
              </td>
              <td colSpan={3}>
                <div className={styles.right}>
                  <span>
                    Giấy tờ chứng minh thông tin cư trú
                    <br />
                    <span className={styles.small}>Phải xem, vì đang mất đường truyền</span>
                  </span>
                  <PaperChoice />
                </div>
              </td>
            </tr>
          </tbody>
        </table>
        <p className={`${styles.small} ${styles.folded}`}>
          <Icon name="right" />3 giấy tờ không áp dụng cho trường hợp “Cấp lần đầu”
          <Keycap action="hiddenRows" />
        </p>
      </Section>
      <Section n={4} title="Trả kết quả" level>
        <div className={styles.foot}>
          <RadioRow
            label="Nhận kết quả"
            labelHidden
            value={where}
            onChange={setWhere}
            options={[
              { value: 'desk', label: 'Nhận tại quầy' },
              { value: 'post', label: 'Qua bưu chính' },
              { value: 'electronic', label: 'Bản điện tử' },
            ]}
          />
          <span className={styles.figures}>
            <Field label="Số bộ" kind="number" value={sets} onChange={setSets} className={styles.sets} />
            <span className={styles.small}>Lệ phí</span>
            <b>0 đ</b>
          </span>
        </div>
      </Section>
    </>
  );
}

function PaperChoice(): ReactNode {
  const [state, setState] = useState<'has' | 'missing' | 'wrong' | 'notNeeded'>('has');
  return (
    <Segments
      label="Tình trạng"
      look="filled"
      value={state}
      onChange={setState}
      options={[
        { value: 'has', label: 'Đủ', action: 'choice1' },
        { value: 'missing', label: 'Thiếu', action: 'choice2' },
        { value: 'wrong', label: 'Chưa đúng', action: 'choice3' },
        { value: 'notNeeded', label: 'Không cần', action: 'choice0' },
      ]}
    />
  );
}

function Verdict(): ReactNode {
  const [verdict, setVerdict] = useState<'receive' | 'supplement' | 'refuse'>('receive');
  return (
    <Outcome
      note={
        <>
          <Icon name="lineDown" />
          <span>Phiếu sẽ in thêm dòng “Chưa ghi nhận trên hệ thống tỉnh”. Có đường truyền, máy tự gửi.</span>
        </>
      }
      action={
        <Button kind="main" wide action="main" onPress={nothing}>
          Tiếp nhận và in phiếu hẹn
        </Button>
      }
      second={
        <>
          <Button size="small" wide action="keepDraft" onPress={nothing}>
            Lưu làm dở
          </Button>
          <Button size="small" wide action="slip" onPress={nothing}>
            Xem trước phiếu
          </Button>
        </>
      }
    >
      <Segments
        label="Kết luận"
        value={verdict}
        onChange={setVerdict}
        options={[
          { value: 'receive', label: 'Tiếp nhận' },
          { value: 'supplement', label: 'Yêu cầu bổ sung' },
          { value: 'refuse', label: 'Từ chối' },
        ]}
      />
      <OutcomeFigure label="Hẹn trả kết quả" figure="Thứ Sáu 27/11/2026">
        trước 17 giờ 00, tại Quầy trả kết quả
      </OutcomeFigure>
      <DayStrip cells={shortDays} />
      <OutcomePart>
        <Steps
          steps={[
            <>
              Thời hạn <b>3 ngày làm việc</b>, nộp trực tiếp (1.004873)
            </>,
            <>
              Đếm từ ngày sau ngày nhận: <b>không tính T2 23/11</b>
            </>,
            <>
              Bỏ qua <b>T3 24/11, Ngày Văn hóa Việt Nam</b>
            </>,
          ]}
        />
      </OutcomePart>
      <OutcomePart>
        <Facts
          facts={[
            { label: 'Nơi giải quyết', value: 'Văn phòng HĐND và UBND phường' },
            { label: 'Bàn giao', value: 'Trước 17:00 hôm nay' },
            { label: 'Phiếu in', value: 'Mẫu 01, khổ A5, 2 bản' },
          ]}
        />
      </OutcomePart>
    </Outcome>
  );
}
