import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { desk, problemOf } from '../app/desk-client.ts';
import { useDesk } from '../app/queries.ts';
import { saveAsFile } from '../app/save-pdf.ts';
import digitise from '../digitise/Digitise.module.css';
import { PagesPane } from '../digitise/PagesPane.tsx';
import { pictureBlob } from '../digitise/send.ts';
import { ProblemNotice } from '../receipt/ProblemNotice.tsx';
import { SlowWords } from '../receipt/SlowWords.tsx';
import { Button } from '../ui/Button.tsx';
import { clock, dayMonth } from '../ui/format.ts';
import { Dialog } from '../ui/QuestionBox.tsx';
import styles from './Waiting.module.css';

export interface SentFileDialogProps {
  readonly dossierId: string;
  /** Which of the files sent along. */
  readonly n: number;
  readonly title: string;
  readonly onClose: () => void;
}

/** A file at the portal, fetched through the province. Looking is written down, and said. */
export function SentFileDialog({ dossierId, n, title, onClose }: SentFileDialogProps): ReactNode {
  const t = useTranslations('toCheck');
  const words = useTranslations('digitise');
  const role = useDesk('session.get', {}, ['session']).data?.user?.role;
  const [current, setCurrent] = useState(0);
  const opening = useId();
  const { data, error, isPending, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: ['sent', dossierId, n, opening],
    queryFn: ({ pageParam }) => desk('submitted.file', { dossierId, n, from: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
    select: ({ pages }) =>
      pages
        .flatMap((part) => part.pages)
        .map((page, at) => ({ key: String(at), turn: page.turn, picture: pictureBlob(page) })),
    // Each portion asked for is a look; closed, it is gone.
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  const save = useMutation({
    mutationFn: async () => {
      const { kind, bytes } = await desk('submitted.save', { dossierId, n });
      saveAsFile(bytes, `${title}.${kind === 'jpeg' ? 'jpg' : kind}`, kind);
    },
  });
  return (
    <Dialog title={title} onClose={onClose} full>
      <div className={digitise.viewColumns}>
        <div className={digitise.middle}>
          <SlowWords when={isPending}>{t('fileLoading')}</SlowWords>
          {error !== null && <ProblemNotice problem={problemOf(error)} />}
          {data !== undefined && (
            <PagesPane
              pages={data}
              current={current}
              onCurrent={setCurrent}
              foot={
                hasNextPage &&
                !isFetching && (
                  <Button size="small" onPress={() => void fetchNextPage()}>
                    {words('viewMore')}
                  </Button>
                )
              }
            />
          )}
        </div>
        <section className={digitise.last} aria-label={t('looks')}>
          <div className={digitise.formBody}>
            <p className={styles.small}>{t('fileLogged')}</p>
            {role === 'supervisor' && data !== undefined && <Looks dossierId={dossierId} n={n} />}
          </div>
          <div className={digitise.foot}>
            {save.isError && <ProblemNotice problem={problemOf(save.error)} />}
            <Button wide onPress={() => save.mutate()}>
              {t('fileSave')}
            </Button>
            <Button wide action="back" first onPress={onClose}>
              {t('fileClose')}
            </Button>
          </div>
        </section>
      </div>
    </Dialog>
  );
}

/** The access log of the file, for the supervisor. */
function Looks({ dossierId, n }: { readonly dossierId: string; readonly n: number }): ReactNode {
  const t = useTranslations('toCheck');
  const { data } = useDesk('submitted.views', { dossierId, n }, []);
  if (data === undefined) return null;
  // Two looks may be alike: each is named by its place from the oldest, which keeps it.
  const placed = data.map((look, at) => ({ look, place: data.length - at }));
  return (
    <>
      <h3 className={digitise.label}>{t('looks')}</h3>
      {data.length === 0 && <p className={digitise.note}>{t('looksNone')}</p>}
      <ul>
        {placed.map(({ look, place }) => (
          <li key={place} className={digitise.look}>
            <span>{look.why === 'saved' ? t('lookSaved', { who: look.who }) : t('lookScreen', { who: look.who })}</span>
            <span>{`${dayMonth(look.at)} ${clock(look.at)}`}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
