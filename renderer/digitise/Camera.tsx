import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Dialog } from '../ui/QuestionBox.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './Digitise.module.css';

export interface CameraProps {
  readonly onShot: (shot: ImageBitmap) => void;
  readonly onClose: () => void;
}

type State = 'opening' | 'open' | 'none';

/** The picture of a camera, page after page. It runs only while this stands, and has no sound. */
export function Camera({ onShot, onClose }: CameraProps): ReactNode {
  const t = useTranslations('digitise');
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<State>('opening');
  const [cameras, setCameras] = useState<readonly MediaDeviceInfo[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [taken, setTaken] = useState(0);

  useEffect(() => {
    let stream: MediaStream | null = null;
    let gone = false;
    const stop = (): void => stream?.getTracks().forEach((track) => track.stop());
    const open = async (): Promise<void> => {
      const wanted = { width: { ideal: 4096 }, height: { ideal: 3072 } };
      stream = await navigator.mediaDevices.getUserMedia({
        video: chosen === null ? { ...wanted, facingMode: 'environment' } : { ...wanted, deviceId: { exact: chosen } },
      });
      if (gone) return stop();
      const found = (await navigator.mediaDevices.enumerateDevices()).filter((device) => device.kind === 'videoinput');
      if (gone || video.current === null) return;
      setCameras(found);
      video.current.srcObject = stream;
      await video.current.play();
      if (!gone) setState('open');
    };
    open().catch(() => {
      stop();
      if (!gone) setState('none');
    });
    return () => {
      gone = true;
      stop();
    };
  }, [chosen]);

  const shoot = (): void => {
    if (video.current === null || state !== 'open') return;
    createImageBitmap(video.current).then(
      (shot) => {
        setTaken((before) => before + 1);
        onShot(shot);
      },
      () => setState('none'),
    );
  };

  return (
    <Dialog title={t('cameraTitle')} onClose={onClose} wide>
      {state === 'none' && (
        <Notice tone="soon" title={t('cameraNone')}>
          {t('cameraNoneMore')}
        </Notice>
      )}
      {cameras.length > 1 && (
        <Select
          label={t('cameraChoice')}
          value={chosen ?? cameras[0]?.deviceId ?? null}
          options={cameras.map(({ deviceId, label }, at) => ({ value: deviceId, label: label || String(at + 1) }))}
          onChange={setChosen}
        />
      )}
      {state !== 'none' && (
        <video ref={video} className={styles.video} aria-label={t('cameraPicture')} muted playsInline />
      )}
      <p className={styles.note} aria-live="polite">
        {state === 'opening' ? t('cameraWait') : taken > 0 && t('cameraTaken', { n: taken })}
      </p>
      <div className={styles.answers}>
        <Button onPress={onClose} action="back" wide>
          {t('cameraDone')}
        </Button>
        <Button
          onPress={shoot}
          action="main"
          wide
          first
          missing={state === 'open' ? null : state === 'opening' ? t('cameraWait') : t('cameraNone')}
        >
          {t('shoot')}
        </Button>
      </div>
    </Dialog>
  );
}
