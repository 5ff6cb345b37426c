// A form whose buttons change its rows on the server; the answer replaces what has data-rows, the address it is sent to. A request
// begun before the last was answered takes its place and says what both are for, so nothing that was pressed is lost. An answer to
// what has been changed since, or that would take away a button that is being pressed, is asked for once more.
export function wireRows() {
    const body = document.body;
    const isRows = (event) => event.detail.target?.matches?.("[data-rows]");
    let acts = [];
    let changed = false;
    let held = false;
    let late = false;
    let sending;

    body.addEventListener("htmx:configRequest", (event) => {
        if (!isRows(event)) {
            return;
        }
        const values = event.detail.formData;
        acts.push(...values.getAll("act"));
        values.delete("act");
        acts.forEach((act) => values.append("act", act));
        changed = false;
        late = false;
    });
    body.addEventListener("htmx:beforeSwap", (event) => {
        if (!isRows(event) || !event.detail.shouldSwap) {
            return;
        }
        if (held) {
            late = true;
        } else if (changed) {
            setTimeout(again);
        } else {
            acts = [];
            return;
        }
        event.detail.shouldSwap = false;
    });
    body.addEventListener("htmx:load", (event) => {
        if (sending && event.detail.elt.matches?.("[data-rows]")) {
            const { name, value } = sending;
            sending = undefined;
            const button = [...event.detail.elt.querySelectorAll("button[type=submit]")].find((one) => one.name === name && one.value === value);
            button?.form.requestSubmit(button);
        }
    });
    ["htmx:responseError", "htmx:sendError", "htmx:timeout"].forEach((failure) =>
        body.addEventListener(failure, (event) => {
            if (isRows(event)) {
                acts = [];
                sending = undefined;
            }
        }),
    );

    // before anything that is sent because of it
    ["input", "change"].forEach((kind) =>
        document.addEventListener(kind, (event) => (changed = changed || inRows(event)), true),
    );
    document.addEventListener("pointerdown", (event) => (held = inRows(event, "button")));
    document.addEventListener("keydown", (event) => (held = held || (event.key === " " && inRows(event, "button"))));
    ["pointerup", "pointercancel", "keyup"].forEach((end) => document.addEventListener(end, () => setTimeout(release)));
    document.addEventListener(
        "submit",
        (event) => {
            if (acts.length > 0 && inRows(event)) {
                event.preventDefault();
                sending = { name: event.submitter?.name ?? "", value: event.submitter?.value ?? "" };
            }
        },
        true,
    );

    // after the click that comes of it
    function release() {
        held = false;
        if (late) {
            late = false;
            again();
        }
    }

    function again() {
        const rows = document.querySelector("[data-rows]");
        if (rows) {
            const source = rows.querySelector("form");
            // what takes its place goes on with it
            window.htmx.ajax("POST", rows.dataset.rows, { source, target: rows, swap: "outerHTML" }).catch(() => {});
        }
    }
}

function inRows(event, what = "*") {
    return Boolean(event.target.closest?.(what)?.closest("[data-rows]"));
}
