import { useMutation } from '@tanstack/react-query';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { isProblemCode, problemText } from '../../contract/problems.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { useSay } from '../app/say.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { clock, dayMonth } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { QuestionBox } from '../ui/QuestionBox.tsx';
import { Camera } from './Camera.tsx';
import styles from './Digitise.module.css';
import { ScannerFolder } from './ScannerFolder.tsx';
import type { PanelIntake } from './use-intake.ts';

type Scan = CallOutput<'digitise.waiting'>['scans'][number];

/** Where pages come from: scans that wait, files, the camera. */
export function Sources({ intake }: { readonly intake: PanelIntake }): ReactNode {
  const t = useTranslations('digitise');
  const say = useSay();
  const id = useId();
  const files = useRef<HTMLInputElement>(null);
  const [grey, setGrey] = useState(false);
  const [camera, setCamera] = useState(false);
  const [over, setOver] = useState(false);
  const [leaving, setLeaving] = useState<Scan | null>(null);
  const { data, error } = useDesk('digitise.waiting', {}, ['scans']);
  const discard = useMutation({ mutationFn: (fileId: string) => desk('digitise.discard', { fileId }) });
  const used = new Set(intake.brought.flatMap((file) => [file.fileId, ...file.made]));
  const waiting = data?.scans.filter((scan) => !used.has(scan.fileId)) ?? [];
  const shots = intake.brought.length;

  return (
    <div
      className={styles.sources}
      data-over={over ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        intake.addFiles([...event.dataTransfer.files], grey);
      }}
    >
      <h3 className={styles.label} id={`${id}-waiting`}>
        {t('waiting')}
      </h3>
      {error !== null && <ProblemNotice problem={error} />}
      {data !== undefined && waiting.length === 0 && <p className={styles.note}>{t('waitingNone')}</p>}
      <ul className={styles.waiting} aria-labelledby={`${id}-waiting`}>
        {waiting.map((scan, at) => (
          <li key={scan.fileId} className={styles.scan}>
            <span className={styles.scanName}>{scan.name}</span>
            <span className={styles.note}>
              {t('waitingRow', { pages: scan.pages, time: `${dayMonth(scan.arrivedAt)} ${clock(scan.arrivedAt)}` })}
            </span>
            <span className={styles.scanKeys}>
              <Button size="small" first={at === 0} onPress={() => intake.addScan(scan, grey)}>
                {t('add')}
              </Button>
              <Button size="small" onPress={() => setLeaving(scan)}>
                {t('discard')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {data?.unusable.map(({ name, code }) => (
        <p key={name} className={styles.wrong}>
          <Icon name="exclaim" />
          <span>
            {t('unusable', { name })}.{' '}
            {isProblemCode(code) && say(problemText(code, { name, pages: '', most: '' }).todo)}
          </span>
        </p>
      ))}
      {discard.isError && <ProblemNotice problem={problemOf(discard.error)} />}
      <div className={styles.ways}>
        <input
          ref={files}
          type="file"
          className={styles.hidden}
          accept=".pdf,.jpg,.jpeg,.png,.webp,.bmp"
          multiple
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            intake.addFiles([...(event.currentTarget.files ?? [])], grey);
            event.currentTarget.value = '';
          }}
        />
        <Button wide first={waiting.length === 0} icon="document" onPress={() => files.current?.click()}>
          {t('chooseFile')}
        </Button>
        <Button wide icon="scan" onPress={() => setCamera(true)}>
          {t('camera')}
        </Button>
        <p className={styles.note}>{over ? t('dropNow') : t('drop')}</p>
        <Checkbox label={t('grey')} hint={t('greyHint')} checked={grey} onChange={setGrey} />
      </div>
      {data !== undefined && <ScannerFolder {...data.folder} />}
      {camera && (
        <Camera
          onShot={(shot) => intake.addShot(shot, t('cameraName', { n: shots + 1 }), grey)}
          onClose={() => setCamera(false)}
        />
      )}
      {leaving !== null && (
        <QuestionBox
          title={t('discardTitle', { name: leaving.name })}
          rule={t('discardRule')}
          safe={{ label: t('discardSafe'), onPress: () => setLeaving(null) }}
          act={{
            label: t('discardAct'),
            onPress: () => {
              discard.mutate(leaving.fileId);
              setLeaving(null);
            },
          }}
        />
      )}
    </div>
  );
}
