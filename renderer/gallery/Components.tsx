import { useState, type ReactNode } from 'react';
import styles from './Components.module.css';
import { longDays, shortDays } from './days.ts';
import { storyDays, storyMarks } from './story.ts';
import { Button } from '../ui/Button.tsx';
import { DayStory } from '../ui/DayStory.tsx';
import { DayStrip } from '../ui/DayStrip.tsx';
import { DayTicks } from '../ui/DayTicks.tsx';
import { DueMark } from '../ui/DueMark.tsx';
import { Field } from '../ui/Field.tsx';
import { KnownValue } from '../ui/KnownValue.tsx';
import { LineMark } from '../ui/LineMark.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PaperMark, type PaperState } from '../ui/PaperMark.tsx';
import { PaperWord } from '../ui/PaperWord.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { QueueRow } from '../ui/QueueRow.tsx';
import { RadioRow } from '../ui/RadioRow.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Select } from '../ui/Select.tsx';
import { StandMark } from '../ui/StandMark.tsx';
import { ticksOf } from '../ui/day-groups.ts';

const nothing = (): void => {};

function Block({ head, children }: { readonly head: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className={styles.block}>
      <h2 className={styles.head}>{head}</h2>
      {children}
    </section>
  );
}

/** Every part of the vocabulary at rest, for the eye and for the picture test. Invented content. */
export function Components(): ReactNode {
  const [asks, setAsks] = useState(false);
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <Buttons onAsk={() => setAsks(true)} />
        <Inputs />
        <Papers />
        <Block head="Đang ở đâu">
          <div className={styles.stands}>
            <StandMark stand="here" />
            <StandMark stand="sent" />
            <StandMark stand="inProvince" />
            <StandMark stand="attention">luôn kèm một việc phải làm</StandMark>
          </div>
        </Block>
      </div>
      <div className={styles.column}>
        <Days />
        <Block head="Hạn, bằng chữ và hình">
          <div className={styles.dues}>
            <DueMark state="inTime" inLine>
              Trong hạn <span className={styles.hint}>không dấu, không màu</span>
            </DueMark>
            <DueMark state="soon">Sắp đến hạn, còn 1 ngày làm việc</DueMark>
            <DueMark state="overdue">Quá hạn 1 ngày làm việc</DueMark>
            <DueMark state="paused">Tạm dừng, chờ người dân</DueMark>
            <DueMark state="done">Đã trả 20/11, trước hạn 1 ngày</DueMark>
          </div>
        </Block>
        <Block head="Đường truyền">
          <div className={styles.lines}>
            <LineMark line={{ state: 'up', since: '10:42' }} />
            <LineMark line={{ state: 'sending', left: 9, of: 14 }} />
            <LineMark line={{ state: 'receiving', left: 214_300, of: 300_000 }} />
            <LineMark line={{ state: 'down', since: '09:12', waiting: 14 }} brief />
            <LineMark line={{ state: 'stopped', reason: 'Tỉnh vừa khôi phục dữ liệu.', waiting: 14 }} />
          </div>
        </Block>
      </div>
      <div className={styles.story}>
        <Block head="Dải ngày, của một hồ sơ">
          <DayStory days={storyDays} marks={storyMarks} today="2026-11-23" />
        </Block>
      </div>
      <div className={styles.column}>
        <Notices />
        <Block head="Dòng: kế tiếp, của quầy này, quầy khác gọi">
          <ul className={styles.rows}>
            <QueueRow number="A112" words="Cao tuổi, kế tiếp" priority waitedMinutes={6} place="next" />
            <QueueRow number="B028" words="Hộ tịch" waitedMinutes={14} place="mine" />
            <QueueRow number="B029" words="Hộ tịch" waitedMinutes={9} place="mine" />
            <QueueRow number="C041" words="Đất đai" waitedMinutes={21} place="other" />
          </ul>
        </Block>
        {asks && <SecondRequest onDone={() => setAsks(false)} />}
      </div>
    </main>
  );
}

function Buttons({ onAsk }: { readonly onAsk: () => void }): ReactNode {
  return (
    <Block head="Nút: việc chính, việc khác, chưa dùng được">
      <div className={styles.buttons}>
        <Button kind="main" action="main" onPress={onAsk}>
          Tiếp nhận
        </Button>
        <Button kind="main" onPress={nothing}>
          Đang chọn
        </Button>
      </div>
      <div className={styles.buttons}>
        <Button onPress={onAsk}>Hỏi lần 2</Button>
        <Button onPress={nothing}>Để sau</Button>
        <Button size="small" action="keepDraft" onPress={nothing}>
          Lưu làm dở
        </Button>
      </div>
      <div className={styles.buttons}>
        <Button onPress={nothing} missing="còn 2 hồ sơ chưa quét">
          Chốt lô
        </Button>
      </div>
    </Block>
  );
}

function Inputs(): ReactNode {
  const [birth, setBirth] = useState('14/08/1996, nữ');
  const [phone, setPhone] = useState('0912 000 345');
  const [typing, setTyping] = useState('0912 000 ');
  const [short, setShort] = useState('0912 00');
  const [which, setWhich] = useState<'first' | 'again'>('first');
  const [where, setWhere] = useState<'desk' | 'post'>('desk');
  const [verdict, setVerdict] = useState<'receive' | 'supplement' | 'refuse'>('receive');
  return (
    <Block head="Ô nhập: chỉ gì gõ được mới có khung">
      <div className={styles.inputs}>
        <KnownValue label="Biết rồi" value={birth} onChange={setBirth} />
        <Field label="Nghỉ" value={phone} onChange={setPhone} />
        <Field label="Đang gõ" value={typing} onChange={setTyping} first />
        <Field label="Chưa đúng" value={short} onChange={setShort} sentence="Thiếu 4 số. Hồ sơ vẫn lưu được" />
        <Field label="Khóa" value="H20.57-261123-0304" onChange={nothing} locked="Đã in trên phiếu, không sửa được" />
        <Select
          label="Chọn một"
          value={which}
          onChange={setWhich}
          options={[
            { value: 'first', label: 'Cấp lần đầu' },
            { value: 'again', label: 'Cấp lại' },
          ]}
        />
        <RadioRow
          label=""
          value={where}
          onChange={setWhere}
          options={[
            { value: 'desk', label: 'Tại quầy' },
            { value: 'post', label: 'Bưu chính' },
          ]}
        />
        <div className={styles.labelled}>
          <span className={styles.hint}>Kết luận</span>
          <Segments
            label="Kết luận"
            value={verdict}
            onChange={setVerdict}
            options={[
              { value: 'receive', label: 'Tiếp nhận' },
              { value: 'supplement', label: 'Bổ sung' },
              { value: 'refuse', label: 'Từ chối' },
            ]}
          />
        </div>
      </div>
    </Block>
  );
}

const papers: readonly { readonly state: PaperState; readonly how: string }[] = [
  { state: 'unseen', how: 'ô trống' },
  { state: 'has', how: 'ô đặc, phím 1' },
  { state: 'missing', how: 'dấu trừ, phím 2' },
  { state: 'wrong', how: 'chấm than, phím 3' },
  { state: 'notNeeded', how: 'gạch ngắn, phím 0' },
];

function Papers(): ReactNode {
  return (
    <Block head="Giấy tờ: hình trước, màu sau">
      <div className={styles.papers}>
        {papers.map(({ state, how }) => (
          <div key={state} className={styles.paper}>
            <PaperMark state={state} />
            <PaperWord state={state} />
            <span className={styles.hint}>{how}</span>
          </div>
        ))}
      </div>
    </Block>
  );
}

function Days(): ReactNode {
  return (
    <>
      <Block head="Dải ngày, ngắn: đến 7 ngày">
        <DayStrip cells={shortDays} />
      </Block>
      <Block head="Dải ngày, dài: 27 ngày làm việc, nhận 23/11">
        <DayStrip cells={longDays} />
      </Block>
      <Block head="Dải ngày, trong danh sách">
        <div className={styles.ticks}>
          <DayTicks ticks={ticksOf({ past: 2, left: 1 })} />
          <span>Còn 1 ngày làm việc</span>
          <DayTicks ticks={[...ticksOf({ past: 7, paused: 3, left: 0 }), ...ticksOf({ past: 10, left: 10 })]} />
          <span>Còn 10 ngày, đã dừng 3 ngày</span>
          <DayTicks ticks={ticksOf({ past: 8, left: 0, over: 1 })} />
          <DueMark state="overdue">Quá 1 ngày làm việc</DueMark>
        </div>
      </Block>
    </>
  );
}

function Notices(): ReactNode {
  return (
    <Block head="Báo lỗi: chuyện gì, còn gì an toàn, làm gì">
      <div className={styles.notices}>
        <Notice
          tone="soon"
          icon="printer"
          title="Máy in A4 hết giấy"
          code="IN-02"
          actions={
            <>
              <Button size="small" action="slip" onPress={nothing}>
                In tiếp
              </Button>
              <Button size="small" onPress={nothing}>
                In máy Quầy 2
              </Button>
            </>
          }
        >
          Hồ sơ 0304 đã lưu, phiếu đã tạo xong. Thêm giấy rồi in tiếp.
        </Notice>
        <Notice
          tone="trouble"
          title="Ổ đĩa đầy, chưa lưu được hồ sơ 0305"
          code="LT-03"
          actions={
            <Button size="small" onPress={nothing}>
              Lưu lại
            </Button>
          }
        >
          Các hồ sơ trước còn nguyên. Chưa in phiếu, chưa trả người dân. Xóa bớt tệp rồi lưu lại.
        </Notice>
      </div>
    </Block>
  );
}

function SecondRequest({ onDone }: { readonly onDone: () => void }): ReactNode {
  const [why, setWhy] = useState('Giấy ủy quyền hết hạn ngày 20/11');
  const [who, setWho] = useState<'phuoc'>('phuoc');
  return (
    <QuestionBox
      title="Yêu cầu bổ sung lần 2?"
      rule="Quy định chỉ cho yêu cầu một lần. Lần 1 đã in ngày 18/11. Lần 2 phải có người duyệt và lý do, và hiện trong mọi danh sách."
      safe={{ label: 'Không yêu cầu', onPress: onDone }}
      act={{ label: 'Gửi duyệt', onPress: onDone, missing: 'chờ mã PIN' }}
    >
      <Select
        label="Người duyệt"
        value={who}
        onChange={setWho}
        options={[{ value: 'phuoc', label: 'Đặng Văn Phước' }]}
      />
      <Field label="Lý do" value={why} onChange={setWhy} first />
    </QuestionBox>
  );
}
