import { lookAt } from "#tests/support/look-at";
import { screens } from "./screens/evidence";

lookAt(screens);
