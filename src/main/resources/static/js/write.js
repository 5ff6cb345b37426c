// Writing in a conversation: what belongs to the chosen kind is shown, Ctrl and Enter send, and a reply that can be taken back
// says how long.
export function wireWriting(root) {
    root.querySelectorAll("[data-write]").forEach((form) => {
        const text = form.querySelector("textarea");
        const button = form.querySelector("[data-write-button]");
        const show = () => {
            const kind = form.querySelector("[name=kind]:checked")?.value ?? "REPLY";
            form.dataset.written = kind.toLowerCase();
            form.querySelectorAll("[data-kind]").forEach((part) => {
                part.hidden = part.dataset.kind !== kind;
            });
            button.textContent = button.dataset[kind.toLowerCase()];
        };
        form.querySelectorAll("[name=kind]").forEach((choice) => choice.addEventListener("change", () => {
            show();
            text.focus();
        }));
        form.addEventListener("keydown", (event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                form.requestSubmit(button);
            }
        });
        show();
    });
    root.querySelectorAll("form[data-until]").forEach(countDown);
}

function countDown(form) {
    const until = Date.parse(form.dataset.until);
    const left = form.querySelector("[data-recall-left]");
    const tick = () => {
        const seconds = Math.ceil((until - Date.now()) / 1000);
        if (seconds <= 0 || !form.isConnected) {
            form.remove();
            return;
        }
        left.textContent = left.dataset.text.replace("%", seconds);
        setTimeout(tick, 250);
    };
    tick();
}
