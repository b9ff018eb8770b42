import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { fromBase64url } from '../app/base64url.ts';
import { useDesk } from '../app/queries.ts';
import { OutcomePart } from '../frame/Outcome.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Dossier.module.css';

/** The signature drawn when the result was handed out; fetched only once somebody asks to see it. */
export function ReturnSignature({ dossierId }: { readonly dossierId: string }): ReactNode {
  const t = useTranslations('dossier');
  const [isOpen, setOpen] = useState(false);
  return (
    <OutcomePart label={t('signature')}>
      {isOpen && <Picture dossierId={dossierId} />}
      <div className={styles.said}>
        <Button size="small" onPress={() => setOpen(!isOpen)}>
          {isOpen ? t('signatureHide') : t('signatureShow')}
        </Button>
      </div>
    </OutcomePart>
  );
}

function Picture({ dossierId }: { readonly dossierId: string }): ReactNode {
  const t = useTranslations('dossier');
  const { data } = useDesk('results.drawing', { dossierId }, []);
  const png = data?.png ?? null;
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const { current } = image;
    if (png === null || current === null) return undefined;
    const address = URL.createObjectURL(new Blob([fromBase64url(png)], { type: 'image/png' }));
    current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [png]);
  if (data === undefined) return null;
  if (png === null) return <p className={styles.small}>{t('signatureElsewhere')}</p>;
  return <img ref={image} className={styles.signature} alt={t('signatureAlt')} />;
}
