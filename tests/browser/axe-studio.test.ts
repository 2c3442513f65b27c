import { lookAt } from "#tests/support/look-at";
import { screens } from "./screens/studio";

lookAt(screens);
