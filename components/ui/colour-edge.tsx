type ColourEdgeProps = { colour: string; className?: string };

/** A service's or provider's colour: three pixels at the start of its card, which must be `relative`. */
export function ColourEdge({ colour, className = '' }: ColourEdgeProps) {
  return (
    <span
      aria-hidden
      className={`absolute inset-y-0 start-0 w-[3px] rounded-s ${className}`}
      style={{ backgroundColor: colour }}
    />
  );
}
