import type { ReactNode } from "react";
import { Icon } from "#app/ui/icon";

/** A picture of the module with what it shows and, where the author wrote one, a line under it. */
export function Figure(props: {
  src: string;
  alt: string;
  width: string;
  height: string;
  srcSet?: string | undefined;
  sizes?: string | undefined;
  caption?: string | undefined;
}) {
  const { caption, ...picture } = props;
  return (
    <figure className="Figure">
      <img {...picture} alt={props.alt} loading="lazy" decoding="async" />
      {caption === undefined ? null : <figcaption>{caption}</figcaption>}
    </figure>
  );
}

/** A video, which nothing starts but the reader, with its captions and what is said in it. */
export function Video(props: {
  src: string;
  title: string;
  width: string;
  height: string;
  poster?: string;
  captions?: string;
  /** The language of the captions, and what they are called. */
  lang: string;
  label: string;
  /** What the transcript is called. */
  transcript: string;
  children?: ReactNode;
}) {
  const { src, title, width, height, poster } = props;
  const film = { src, width, height, poster, "aria-label": title };
  return (
    <figure className="Figure">
      <video {...film} controls playsInline preload="metadata">
        {props.captions ? (
          <track default kind="captions" src={props.captions} srcLang={props.lang} label={props.label} />
        ) : null}
      </video>
      {props.children ? (
        <details>
          <summary>{props.transcript}</summary>
          {props.children}
        </details>
      ) : null}
      <figcaption>{title}</figcaption>
    </figure>
  );
}

/** A document of the module, to be fetched. */
export function Attachment(props: { src: string; title: string; file: string; about: string }) {
  return (
    <p className="Attachment">
      <a href={props.src} download={props.file}>
        <Icon name="file" />
        <span>{props.title}</span>
        <small>{props.about}</small>
      </a>
    </p>
  );
}
