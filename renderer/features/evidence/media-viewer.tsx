import {
  IconBookmark,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerTrackNext,
  IconPlayerTrackPrev,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react'
import { useEffect, useImperativeHandle, useRef, useState } from 'react'
import { t } from '../../../shared/strings/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { Text } from '../../ui/text.tsx'
import { useListKeys } from '../../ui/use-list-keys.ts'
import { markLabel, mediaClock, NO_PLACE } from './marks.ts'
import { ViewerFailed } from './viewer-failed.tsx'
import type { ViewerProps } from './viewer-props.ts'
import styles from './viewers.module.css'

const words = t.evidence
const SPEEDS = ['0.5', '0.75', '1', '1.25', '1.5', '2'] as const
type Speed = (typeof SPEEDS)[number]

/** A recording with our own controls: play, seek by keys, speed, and marks at a second. */
export function MediaViewer(props: ViewerProps) {
  const { exhibit, address, head, marks, activeKey, findingId, onMark, place, actions } = props
  const media = useRef<HTMLVideoElement & HTMLAudioElement>(null)
  const [now, setNow] = useState(0)
  const [length, setLength] = useState(0)
  const [playing, setPlaying] = useState(false)
  const [muted, setMuted] = useState(false)
  const [speed, setSpeed] = useState<Speed>('1')
  const [failed, setFailed] = useState(false)

  const seek = (to: number) => {
    if (media.current) media.current.currentTime = Math.min(length || to, Math.max(0, to))
  }
  const toggle = () => {
    if (media.current?.paused) media.current.play().catch(() => setFailed(true))
    else media.current?.pause()
  }
  const markSecond = () =>
    place.change({ ...NO_PLACE, second: Math.round((media.current?.currentTime ?? 0) * 10) / 10 })
  useImperativeHandle(actions, () => ({
    mark: markSecond,
    go: ({ second }) => second !== null && seek(second),
  }))
  const active = marks.find(mark => mark.key === activeKey)?.place.second ?? null
  const seekRef = useRef(seek)
  seekRef.current = seek
  useEffect(() => {
    if (active !== null && length > 0) seekRef.current(active)
  }, [active, length])
  const press = useListKeys({
    Space: toggle,
    ArrowLeft: () => seek(now - 5),
    ArrowRight: () => seek(now + 5),
    Escape: place.clear,
  })
  const shared = {
    ref: media,
    src: address,
    preload: 'metadata',
    muted,
    onTimeUpdate: () => setNow(media.current?.currentTime ?? 0),
    onLoadedMetadata: () => setLength(finite(media.current?.duration)),
    onDurationChange: () => setLength(finite(media.current?.duration)),
    onPlay: () => setPlaying(true),
    onPause: () => setPlaying(false),
    onError: () => setFailed(true),
  } as const
  return (
    <>
      {head(null)}
      <section
        className={styles.media}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: Space plays and the arrows seek
        tabIndex={0}
        aria-label={words.imageLabel(exhibit.number, exhibit.title)}
        data-pane-focus=""
        data-ready={length > 0 || undefined}
        onKeyDown={press}
      >
        {exhibit.kind === 'video' ? (
          <video {...shared} className={styles.video} disablePictureInPicture disableRemotePlayback />
        ) : (
          <div className={styles.audio}>
            <audio {...shared} />
            <Text size={14} tone="second">
              {words.media.noPicture}
            </Text>
          </div>
        )}
        {failed && <ViewerFailed text={words.media.failed} />}
      </section>
      <div className={styles.player}>
        <IconButton
          icon={IconPlayerTrackPrev}
          label={words.media.back}
          keys="←"
          onClick={() => seek(now - 5)}
        />
        <IconButton
          icon={playing ? IconPlayerPause : IconPlayerPlay}
          label={playing ? words.media.pause : words.media.play}
          keys="Spasi"
          onClick={toggle}
        />
        <IconButton
          icon={IconPlayerTrackNext}
          label={words.media.forward}
          keys="→"
          onClick={() => seek(now + 5)}
        />
        <Text size={12} lines="oneLine">
          {`${mediaClock(now)} / ${mediaClock(length)}`}
        </Text>
        <span className={styles.seek}>
          <input
            type="range"
            aria-label={words.media.position}
            aria-valuetext={mediaClock(now)}
            min={0}
            max={length || 1}
            step={0.1}
            value={now}
            onChange={event => seek(Number(event.currentTarget.value))}
          />
          {length > 0 &&
            marks.map(
              mark =>
                mark.place.second !== null && (
                  <button
                    key={mark.key}
                    type="button"
                    className={classNames(styles.tick, mark.key === activeKey && styles.activeTick)}
                    style={{ left: `${(mark.place.second / length) * 100}%` }}
                    aria-label={words.mark.go(markLabel(mark, findingId))}
                    title={markLabel(mark, findingId)}
                    onClick={() => onMark(mark)}
                  />
                ),
            )}
        </span>
        <IconButton icon={IconBookmark} label={words.markSecond} keys="T" onClick={markSecond} />
        <IconButton
          icon={muted ? IconVolumeOff : IconVolume}
          label={words.media.mute}
          pressed={muted}
          onClick={() => setMuted(!muted)}
        />
        <span className={styles.speed}>
          <Select
            label={words.media.speed}
            hideLabel
            value={speed}
            choices={SPEEDS.map(value => ({ value, label: words.media.speedOf(Number(value)) }))}
            onChange={value => {
              if (!value) return
              setSpeed(value)
              if (media.current) media.current.playbackRate = Number(value)
            }}
          />
        </span>
      </div>
    </>
  )
}

// A recording cut off in the middle may not know its own length.
const finite = (seconds: number | undefined): number => (seconds && Number.isFinite(seconds) ? seconds : 0)
