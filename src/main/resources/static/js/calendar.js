// The calendar: entries by their hour, taken to another day with the mouse or the keyboard; and what shows an entry shows it again once it has changed.
import { showProblem } from "./notice.js";

const HOUR = 7;

/** The part of the page that shows the days. */
function calendar() {
    return document.querySelector("[data-calendar]");
}

export function wireCalendar() {
    document.body.addEventListener("calendar:changed", (event) => {
        document.getElementById("dialog")?.close();
        if (calendar()) {
            again(event.detail?.id);
        } else {
            location.reload();
        }
    });
    document.addEventListener("dragstart", (event) => {
        const entry = event.target.closest?.("[data-entry][draggable]");
        if (entry) {
            event.dataTransfer.setData("text/plain", entry.dataset.entry);
            event.dataTransfer.effectAllowed = "move";
            dragged = entry;
        }
    });
    document.addEventListener("dragover", (event) => {
        const cell = dragged && event.target.closest?.("[data-calendar] [data-day]:not([data-entry])");
        mark(cell);
        if (cell) {
            event.preventDefault();
        }
    });
    document.addEventListener("drop", (event) => {
        const cell = dragged && event.target.closest?.("[data-calendar] [data-day]:not([data-entry])");
        if (cell) {
            event.preventDefault();
            move(dragged, cell.dataset.day, cell.dataset.at);
        }
    });
    document.addEventListener("dragend", () => {
        dragged = undefined;
        mark(undefined);
    });
    document.addEventListener("keydown", (event) => {
        const entry = event.altKey && event.target.closest?.("[data-entry]:has([data-moves])");
        const days = entry && { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
        if (days) {
            event.preventDefault();
            const day = new Date(entry.dataset.on + "T00:00:00Z");
            day.setUTCDate(day.getUTCDate() + days);
            move(entry, day.toISOString().slice(0, 10));
        }
    });
    // an empty place of a day is as good as its number
    document.addEventListener("click", (event) => {
        const cell = event.target.closest?.("[data-calendar] .month-day");
        if (cell && event.target === cell) {
            cell.querySelector("[data-add]")?.click();
        }
    });
}

let dragged;
let marked;

function mark(cell) {
    marked?.classList.remove("day-target");
    marked = cell ?? undefined;
    marked?.classList.add("day-target");
}

async function move(entry, day, at) {
    const csrf = document.querySelector("meta[name=csrf]");
    const values = new URLSearchParams({ on: day });
    if (at) {
        values.set("at", at);
    }
    const name = entry.querySelector("a").textContent.trim();
    const answer = await fetch("/calendar/entries/" + entry.dataset.entry + "/moves", {
        method: "POST",
        headers: { [csrf.dataset.header]: csrf.content, "HX-Request": "true" },
        body: values,
    }).catch(() => undefined);
    const place = calendar();
    if (answer?.ok) {
        await again(entry.dataset.entry);
        const status = calendar()?.querySelector("[data-calendar-status]");
        if (status) {
            status.textContent = place.dataset.again.replace("{0}", name);
        }
    } else {
        showProblem(place.dataset.refused);
    }
}

/** The days anew; the entry keeps the focus. */
async function again(id) {
    const scrolled = document.querySelector(".hours")?.scrollTop;
    await window.htmx.ajax("GET", location.pathname + location.search, { target: "#calendar", select: "#calendar", swap: "outerHTML" });
    const hours = document.querySelector(".hours");
    if (hours && scrolled !== undefined) {
        hours.scrollTop = scrolled;
    }
    const entry = [...document.querySelectorAll(`[data-calendar] [data-entry="${id}"] a`)].find((one) => one.offsetParent);
    entry?.focus();
}

/** Without scripts the entries stand below each other in their hour. */
export function placeHours(root) {
    const hours = root.matches?.(".hours") ? root : root.querySelector(".hours");
    if (!hours || hours.classList.contains("placed")) {
        return;
    }
    hours.classList.add("placed");
    hours.querySelectorAll(".hours-place").forEach((place) => {
        const { top, length, lane, lanes } = place.dataset;
        place.style.top = top + "%";
        place.style.height = `calc(${length}% - 2px)`;
        place.style.left = (lane / lanes) * 100 + "%";
        place.style.width = 100 / lanes + "%";
    });
    const morning = hours.querySelector(`[data-hour="${HOUR}"]`);
    const head = hours.querySelector("thead");
    hours.scrollTop = morning.offsetTop - head.offsetHeight;
}
