// Wires the behaviours once; parts that htmx brings in later are wired as they arrive.
import { placeHours, wireCalendar } from "./calendar.js";
import { wireCharts } from "./chart.js";
import { wireChat } from "./chat.js";
import { wireConflict } from "./conflict.js";
import { openDialog, wireDialogs } from "./dialog.js";
import { wireFitting } from "./fitting.js";
import { wireForms } from "./form.js";
import { wireHandout } from "./handout.js";
import { wireInPlace } from "./in-place.js";
import { wireKeys, wireLists, wireMenus } from "./list.js";
import { wireInserts } from "./insert.js";
import { wireLive } from "./live.js";
import { wireMacros } from "./macro.js";
import { wireMentions } from "./mention.js";
import { wireBarred } from "./notice.js";
import { wireOffers } from "./offers.js";
import { wireReminders } from "./reminder.js";
import { wireRequests } from "./requests.js";
import { wirePalette } from "./palette.js";
import { wirePresence } from "./presence.js";
import { wireQuotes } from "./quote.js";
import { wireRows } from "./rows.js";
import { wirePickers } from "./picker.js";
import { wireShortcuts } from "./shortcuts.js";
import { expireLast, reopen } from "./typed.js";
import { wireWriting } from "./write.js";

function wire(root) {
    wirePickers(root);
    wireCharts(root);
    placeHours(root);
    // before what was typed is put back
    wireQuotes(root);
    wireForms(root);
    wireFitting(root);
    wireConflict(root);
    wireLists(root);
    wireMacros(root);
    wireMentions(root);
    wireOffers(root);
    wireWriting(root);
}

wireRequests();
wireDialogs();
wireBarred();
wirePalette();
wireMenus();
wireKeys();
wireShortcuts();
wireInPlace();
wireInserts();
wireRows();
wireHandout();
wireLive();
wireCalendar();
wireChat();
wirePresence();
wireReminders();
wire(document);
document.body.addEventListener("htmx:load", (event) => wire(event.detail.elt));
document.querySelector("[data-back]")?.addEventListener("click", () => history.back());
const goOn = document.querySelector("[data-go-on]");
if (goOn) {
    goOn.href = expireLast() ?? goOn.href;
}
// htmx looks at the page first
document.addEventListener("DOMContentLoaded", () => reopen(openDialog));
