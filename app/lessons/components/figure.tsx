/** A picture of the module with what it shows and, where the author wrote one, a line under it. */
export function Figure(props: {
  src: string;
  alt: string;
  width: string;
  height: string;
  caption?: string | undefined;
}) {
  return (
    <figure className="Figure">
      <img src={props.src} alt={props.alt} width={props.width} height={props.height} loading="lazy" decoding="async" />
      {props.caption === undefined ? null : <figcaption>{props.caption}</figcaption>}
    </figure>
  );
}
