// What one is reminded of appears in a corner of whatever page is open.
export function wireReminders() {
    document.addEventListener("live:changed", (event) => {
        const place = event.detail === "reminders" && document.getElementById("notices");
        if (!place) {
            return;
        }
        let shown = document.querySelector("#notices .reminders");
        if (!shown) {
            shown = document.createElement("div");
            shown.className = "reminders";
            place.append(shown);
        }
        window.htmx.ajax("GET", "/calendar/reminders", { target: shown, swap: "outerHTML" });
    });
}
