import { retentionTarget } from "#app/domain/retention";
import { Section } from "#app/ui/page";
import { Disclosure, Empty } from "#app/ui/panels";
import { Table, TableScroll } from "#app/ui/table";
import { useInsightWords } from "#app/words/areas/insights";
import { useFormat } from "#app/words/context";
import type { ModuleMemory } from "./insights-view";
import { bandPath, curvePath, frame, memoryScale } from "./memory-geometry";

/** What is left of each module as time goes, in small charts. */
export function ModuleMemories(props: { memory: readonly ModuleMemory[]; leftOut: number }) {
  const words = useInsightWords().memory;
  return (
    <Section id="memory" title={words.title} note={words.note} aside={<MemoryLegend />}>
      {props.memory.length === 0 ? (
        <Empty icon="clock" title={words.none}>
          <p>{words.noneWhy}</p>
        </Empty>
      ) : (
        <div className="Multiples">
          {props.memory.map((memory) => (
            <MemoryFigure key={memory.module.id} memory={memory} />
          ))}
        </div>
      )}
      {props.leftOut > 0 ? <p className="Muted">{words.leftOut(props.leftOut)}</p> : null}
    </Section>
  );
}

function MemoryLegend() {
  const words = useInsightWords().memory;
  return (
    <ul className="Legend" aria-hidden="true">
      <li>
        <i data-key="today" />
        {words.curve}
      </li>
      <li>
        <i data-key="band" />
        {words.interval}
      </li>
      <li>{words.goal}</li>
    </ul>
  );
}

/** The verdict in words. */
export function useMemoryVerdict(): (memory: ModuleMemory) => string {
  const says = useInsightWords().memory.verdict;
  return ({ everyDays, verdict }) => {
    if (verdict.kind === "too-few") return says["too-few"];
    if (verdict.kind !== "falls") return says[verdict.kind](verdict.day);
    if (everyDays === null) return says.fallsOnce(verdict.day);
    if (verdict.inTime) return says.fallsInTime(verdict.day);
    return verdict.already ? says.already(verdict.day) : says.falls(verdict.day, everyDays - verdict.day);
  };
}

/** A module's curve with what it says, and the same as a table. */
export function MemoryFigure({ memory }: { memory: ModuleMemory }) {
  const words = useInsightWords().memory;
  const format = useFormat();
  const verdict = useMemoryVerdict()(memory);
  const { module, points } = memory;
  const id = `memory-${module.id}`;
  return (
    <figure className="InsightChart">
      <figcaption>
        <b id={id}>{module.title}</b>
        <small>{words.head(memory.every, memory.fixedDays, format.number(memory.answers))}</small>
      </figcaption>
      {points.length === 0 ? null : <MemoryDrawing memory={memory} label={words.label(module.title, verdict)} />}
      <p>{verdict}</p>
      {points.length === 0 ? null : (
        <Disclosure summary={words.asTable}>
          <TableScroll labelledBy={id}>
            <Table aria-label={words.tableLabel(module.title)}>
              <thead>
                <tr>
                  <th scope="col">{words.since}</th>
                  <th scope="col" data-num>
                    {words.answers}
                  </th>
                  <th scope="col" data-num>
                    {words.right}
                  </th>
                  <th scope="col" data-num>
                    {words.between}
                  </th>
                </tr>
              </thead>
              <tbody>
                {points.map((point) => (
                  <tr key={point.day}>
                    <th scope="row">{format.number(point.day)}</th>
                    <td data-num>{format.number(point.answers)}</td>
                    <td data-num>{format.percent(point.share)}</td>
                    <td data-num>{words.range(format.percent(point.low), format.percent(point.high))}</td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </TableScroll>
        </Disclosure>
      )}
    </figure>
  );
}

function MemoryDrawing({ memory, label }: { memory: ModuleMemory; label: string }) {
  const words = useInsightWords().memory;
  const format = useFormat();
  const { points, verdict } = memory;
  const scale = memoryScale(points, memory.everyDays);
  const { bottom, height, left, right, width } = frame;
  const fallsAt = verdict.kind === "falls" && !verdict.already ? verdict.day : null;
  const isLeft = fallsAt !== null && scale.x(fallsAt) > (left + right) / 2;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {scale.shareTicks.map((tick) => (
        <g key={tick}>
          <line
            className={tick === retentionTarget ? "target" : "grid"}
            x1={left}
            x2={right}
            y1={scale.y(tick)}
            y2={scale.y(tick)}
          />
          <text x={left - 6} y={scale.y(tick) + 4} textAnchor="end">
            {format.number(Math.round(tick * 100))}
          </text>
        </g>
      ))}
      <path className="band" d={bandPath(points, scale)} />
      {points.length === 1
        ? points.map(({ day, high, low }) => (
            <line
              key={day}
              className="alone"
              x1={scale.x(day)}
              x2={scale.x(day)}
              y1={scale.y(high)}
              y2={scale.y(low)}
            />
          ))
        : null}
      <path className="curve" d={curvePath(points, scale)} />
      {points.map((point) => (
        <circle key={point.day} className="seen" cx={scale.x(point.day)} cy={scale.y(point.share)} r="2.75" />
      ))}
      {fallsAt === null ? null : (
        <>
          <line
            className="axis"
            x1={scale.x(fallsAt)}
            x2={scale.x(fallsAt)}
            y1={scale.y(retentionTarget)}
            y2={bottom}
          />
          <text
            className="label"
            x={scale.x(fallsAt) + (isLeft ? -5 : 5)}
            y={bottom - 5}
            textAnchor={isLeft ? "end" : undefined}
          >
            {words.day(fallsAt)}
          </text>
        </>
      )}
      <line className="axis" x1={left} x2={right} y1={bottom} y2={bottom} />
      {scale.dayTicks.map((day) => (
        <text key={day} x={scale.x(day)} y={bottom + 16} textAnchor="middle">
          {format.number(day)}
          {day === scale.days ? ` ${words.days}` : ""}
        </text>
      ))}
    </svg>
  );
}
