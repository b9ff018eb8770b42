import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CallOutput } from '../../contract/desk.ts';
import { cursorAfterRemoval } from '../../domain/digitise/pages.ts';
import { desk, problemOf } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/QuestionBox.tsx';
import { DescriptionFields } from './DescriptionFields.tsx';
import styles from './Digitise.module.css';
import { descriptionOf, emptyForm, isForbidden, missingIn, withPaper, type DescriptionForm } from './form-state.ts';
import { dealtWith, refsOf, shownTurn, type PanelPage } from './panel-pages.ts';
import { PagesPane } from './PagesPane.tsx';
import { Sources } from './Sources.tsx';
import { useIntake } from './use-intake.ts';

export interface DigitisePanelProps {
  readonly dossierId: string;
  /** The paper it is opened for; null: the officer chooses. */
  readonly paperId: string | null;
  /** With the paper that was kept, or null where it was closed before. */
  readonly onClose: (kept: CallOutput<'digitise.attach'> | null) => void;
}

/** Puts a paper of a dossier together out of scans, files and photographs, describes it and keeps it (số hóa). */
export function DigitisePanel({ dossierId, paperId, onClose }: DigitisePanelProps): ReactNode {
  const t = useTranslations('digitise');
  const { data, error } = useDesk('digitise.prepare', { dossierId }, ['dossiers']);
  useStrayDrops();
  return (
    <Dialog title={t('title', { code: data?.code ?? '' })} onClose={() => onClose(null)} full>
      {data === undefined ? (
        <div className={styles.before}>
          {error !== null && <ProblemNotice problem={error} />}
          <Button action="back" first onPress={() => onClose(null)}>
            {t('closeKeep')}
          </Button>
        </div>
      ) : (
        <Work dossierId={dossierId} paperId={paperId} prepared={data} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Work({
  dossierId,
  paperId,
  prepared,
  onClose,
}: DigitisePanelProps & { readonly prepared: CallOutput<'digitise.prepare'> }): ReactNode {
  const t = useTranslations('digitise');
  const intake = useIntake();
  const { pages, brought, reading, refusals } = intake;
  const [current, setCurrent] = useState(0);
  const [form, setForm] = useState<DescriptionForm>(() => begun(prepared, paperId));
  const keep = useMutation({
    mutationFn: async () => {
      const description = descriptionOf(form);
      if (description === null) throw new Error('not complete');
      return desk('digitise.attach', {
        dossierId,
        paperId: form.paperId === '' ? null : form.paperId,
        description,
        pages: refsOf(pages),
        done: dealtWith(brought, pages),
        matched: true,
      });
    },
    onSuccess: onClose,
  });
  useFocusOnPages(pages);
  const forbidden = isForbidden(form, prepared);
  const missing = missingIn(form, { pages: pages.length, reading: reading.length, forbidden });
  const [first] = reading;
  const close = (): void => {
    intake.leave();
    onClose(null);
  };
  const take = (at: number): void => {
    setCurrent(cursorAfterRemoval(at, pages.length));
    intake.take(at);
  };
  return (
    <div className={styles.columns}>
      <section className={styles.column} aria-label={t('sources')}>
        <Sources intake={intake} />
      </section>
      <section className={styles.middle} aria-label={t('pages', { n: pages.length })}>
        <PagesPane
          pages={pages.map((page) => ({ key: page.key, turn: shownTurn(page), picture: page.picture }))}
          current={Math.min(current, Math.max(0, pages.length - 1))}
          onCurrent={setCurrent}
          edit={{ turn: intake.turn, move: intake.move, take }}
          empty={
            <>
              <p className={styles.strong}>{t('pagesEmpty')}</p>
              <p>{t('pagesEmptyHint')}</p>
            </>
          }
          foot={
            <div aria-live="polite" className={styles.reading}>
              {first !== undefined && t('reading', { name: first })}
            </div>
          }
        />
        {refusals.map(({ name, problem }) => (
          <ProblemNotice key={name} problem={problem} />
        ))}
        {pages.length > 0 && (
          <p className={styles.keys} data-keycap="">
            {t('pageKeys')}
          </p>
        )}
      </section>
      <section className={styles.last} aria-label={t('form')}>
        <div className={styles.formBody}>
          <DescriptionFields form={form} onForm={setForm} prepared={prepared} forbidden={forbidden} />
        </div>
        <div className={styles.foot}>
          <div aria-live="polite">
            {keep.isPending && <p className={styles.note}>{t('saving')}</p>}
            {keep.isError && <ProblemNotice problem={problemOf(keep.error)} />}
          </div>
          <Button
            kind="main"
            action="main"
            wide
            missing={missing === null ? null : t(`missing.${missing}`)}
            onPress={() => {
              if (!keep.isPending) keep.mutate();
            }}
          >
            {t('save')}
          </Button>
          <Button action="back" wide onPress={close}>
            {t('closeKeep')}
          </Button>
        </div>
      </section>
    </div>
  );
}

function begun(prepared: CallOutput<'digitise.prepare'>, paperId: string | null): DescriptionForm {
  const first = paperId ?? prepared.papers.find((paper) => paper.may)?.paperId ?? '';
  return withPaper({ ...emptyForm, ownerId: prepared.ownerId }, first, prepared);
}

/** What was pressed is often gone afterwards (a scan added, a page taken out): the cursor goes to the pages then. */
function useFocusOnPages(pages: readonly PanelPage[]): void {
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost) document.querySelector<HTMLElement>('dialog [role=option][aria-selected=true]')?.focus();
  }, [pages]);
}

/** A file dropped beside the place for it would be opened instead of this page. */
function useStrayDrops(): void {
  useEffect(() => {
    const stop = (event: DragEvent): void => event.preventDefault();
    window.addEventListener('dragover', stop);
    window.addEventListener('drop', stop);
    return () => {
      window.removeEventListener('dragover', stop);
      window.removeEventListener('drop', stop);
    };
  }, []);
}
