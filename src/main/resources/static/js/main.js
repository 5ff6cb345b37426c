// Wires the behaviours once; parts that htmx brings in later are wired as they arrive.
import { wireCharts } from "./chart.js";
import { wireConflict } from "./conflict.js";
import { wireDialogs } from "./dialog.js";
import { wireForms } from "./form.js";
import { wireInPlace } from "./in-place.js";
import { wireLists, wireMenus } from "./list.js";
import { wireRequests } from "./requests.js";
import { wirePalette } from "./palette.js";
import { wirePickers } from "./picker.js";

function wire(root) {
    wirePickers(root);
    wireCharts(root);
    wireForms(root);
    wireConflict(root);
    wireLists(root);
}

wireRequests();
wireDialogs();
wirePalette();
wireMenus();
wireInPlace();
wire(document);
document.body.addEventListener("htmx:load", (event) => wire(event.detail.elt));
document.querySelector("[data-back]")?.addEventListener("click", () => history.back());
if (document.querySelector('[data-expired="yes"]')) {
    sessionStorage.setItem("trivium.expired", "yes");
}
