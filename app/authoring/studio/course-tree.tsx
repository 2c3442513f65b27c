import { Link } from "@remix-run/react";
import { Icon } from "#app/ui/icon";
import { useStudioWords } from "#app/words/areas/studio";
import type { FileEntry, TreeCourse, TreeModule } from "./editor-view";
import { coursePath, filePath, modulePath, partPath } from "./studio-paths";

/** The courses, their modules, and of the module that is open its files. */
export function CourseTree(props: {
  courses: readonly TreeCourse[];
  module: string | null;
  files: readonly FileEntry[];
  path: string | null;
}) {
  const says = useStudioWords();
  const { courses, module, files, path } = props;
  return (
    <nav className="Pane CourseTree" aria-label={says.tree}>
      <header>
        <h2>{says.courses}</h2>
        <Link className="IconButton Push" data-size="dense" to="/studio/new" aria-label={says.newModule}>
          <Icon name="plus" />
        </Link>
      </header>
      <ul>
        {courses.filter(isShown(module)).map((course) => (
          <li key={course.id}>
            <details open={module === null || course.modules.some(({ id }) => id === module)}>
              <summary>
                <Icon name="folder" />
                <span title={course.title}>{course.title}</span>
              </summary>
              <ul>
                {course.modules
                  .filter(({ id, isArchived }) => !isArchived || id === module)
                  .map((one) => (
                    <li key={one.id}>
                      <ModuleLink module={one} isOpen={one.id === module} />
                      {one.id === module ? <Files module={one.id} files={files} path={path} /> : null}
                    </li>
                  ))}
              </ul>
              <Link className="TreeWay" to={coursePath(course.id)} aria-label={says.aboutCourse(course.title)}>
                {says.about}
              </Link>
            </details>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A course that is archived with all its modules is not shown, unless one of them is open. */
function isShown(open: string | null) {
  return ({ isArchived, modules }: TreeCourse) =>
    !isArchived || modules.some((module) => !module.isArchived || module.id === open);
}

function ModuleLink({ module, isOpen }: { module: TreeModule; isOpen: boolean }) {
  const says = useStudioWords();
  const number = module.number === null ? says.neverPublished : says.version(module.number);
  return (
    <Link to={modulePath(module.id)} aria-current={isOpen ? "true" : undefined}>
      <Icon name="book" />
      <span title={module.title}>{module.title}</span>
      <small>
        {module.isArchived ? says.archived : number}
        {module.isChanged ? (
          <>
            <span aria-hidden="true"> ●</span>
            <span className="VisuallyHidden"> {says.changed}</span>
          </>
        ) : null}
      </small>
    </Link>
  );
}

const kinds = ["lesson", "refresher", "question"] as const;

function Files({ module, files, path }: { module: string; files: readonly FileEntry[]; path: string | null }) {
  const says = useStudioWords();
  return (
    <div className="TreeFiles">
      {kinds.map((kind) => {
        const own = files.filter((file) => file.kind === kind);
        if (own.length === 0) return null;
        return (
          <div key={kind}>
            <p className="TreeKind">{says.files[kind]}</p>
            <ul>
              {own.map((file) => (
                <li key={file.path}>
                  <Link to={filePath(module, file.path)} aria-current={file.path === path ? "page" : undefined}>
                    <Icon name="file" />
                    <span title={file.title}>{file.title}</span>
                    <small>
                      {file.language.toUpperCase()}
                      {file.isChanged ? (
                        <>
                          <span aria-hidden="true"> ●</span>
                          <span className="VisuallyHidden"> {says.changed}</span>
                        </>
                      ) : null}
                    </small>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <Link className="TreeWay" to={partPath(module, "contents")}>
        {says.arrange}
      </Link>
      <Link className="TreeWay" to={partPath(module, "media")}>
        {says.bar.media}
      </Link>
    </div>
  );
}
