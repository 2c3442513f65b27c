/** A QR code to be read by a camera: dark on light in either theme. `label` says where it leads. */
export function QrPicture(props: { code: { readonly size: number; readonly path: string }; label: string }) {
  const { path, size } = props.code;
  return (
    <svg
      className="QrCode"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={props.label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
