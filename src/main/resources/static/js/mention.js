// Calling somebody in a note: "@" and the beginning of a name, <form data-mention="address of the names">, suggests people; whoever is chosen
// stands in the text and among those whom the note calls. In words to a customer "@" is a sign like others.
const CALLED = /(?:^|\s)@([\p{L}\p{N}.'’-]{0,30}(?: [\p{L}\p{N}.'’-]{0,30})?)$/u;
const SOON = 150;

export function wireMentions(root) {
    root.querySelectorAll("form[data-mention]").forEach((form) => {
        const text = form.querySelector("textarea");
        const called = form.querySelector("select[name=mentions]");
        if (text && called) {
            suggest(form, text, called);
        }
    });
}

function suggest(form, text, called) {
    const list = document.createElement("ul");
    list.id = text.id + "-mentions";
    list.className = "mentions dropdown-menu";
    list.setAttribute("role", "listbox");
    text.after(list);
    text.parentElement.classList.add("position-relative");
    text.setAttribute("aria-autocomplete", "list");
    text.setAttribute("aria-controls", list.id);
    let timer = 0;
    let asked = null;

    const typed = () => {
        const note = form.querySelector("[name=kind]:checked")?.value === "NOTE";
        return note && text.selectionStart === text.selectionEnd ? CALLED.exec(text.value.slice(0, text.selectionStart))?.[1] ?? null : null;
    };
    const chosen = () => list.querySelector("[aria-selected=true]");
    const close = () => {
        clearTimeout(timer);
        asked = null;
        list.classList.remove("show");
        list.replaceChildren();
        text.removeAttribute("aria-activedescendant");
    };

    function mark(option) {
        list.querySelectorAll("[role=option]").forEach((one) => {
            one.classList.toggle("active", one === option);
            one.setAttribute("aria-selected", String(one === option));
        });
        text.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
    }

    function take(option) {
        const from = text.selectionStart - typed().length;
        text.setRangeText(option.textContent + " ", from, text.selectionStart, "end");
        const person = { value: option.dataset.value, text: option.textContent };
        called.tomselect.addOption(person);
        called.tomselect.addItem(option.dataset.value);
        close();
        text.focus();
        text.dispatchEvent(new Event("input", { bubbles: true }));
    }

    async function ask(name) {
        asked = name;
        const answer = await fetch(form.dataset.mention + "?q=" + encodeURIComponent(name), { headers: { Accept: "application/json" } });
        const found = answer.ok ? await answer.json() : [];
        if (asked !== name || typed() !== name || found.length === 0) {
            return asked === name && close();
        }
        list.replaceChildren(...found.slice(0, 8).map((one, at) => {
            const option = document.createElement("li");
            option.id = list.id + "-" + at;
            option.className = "dropdown-item";
            option.setAttribute("role", "option");
            option.dataset.value = one.value;
            option.textContent = one.text;
            return option;
        }));
        list.classList.add("show");
        mark(list.firstElementChild);
    }

    text.addEventListener("input", () => {
        clearTimeout(timer);
        const name = typed();
        if (name === null) {
            close();
        } else {
            timer = setTimeout(() => ask(name).catch(close), SOON);
        }
    });
    text.addEventListener("keydown", (event) => {
        const option = chosen();
        if (!option || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
            return;
        }
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            const next = event.key === "ArrowDown" ? option.nextElementSibling ?? list.firstElementChild : option.previousElementSibling ?? list.lastElementChild;
            mark(next);
        } else if (event.key === "Enter" || event.key === "Tab") {
            take(option);
        } else if (event.key === "Escape") {
            close();
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    });
    // before the text loses the focus
    list.addEventListener("mousedown", (event) => {
        event.preventDefault();
        const option = event.target.closest("[role=option]");
        if (option) {
            take(option);
        }
    });
    text.addEventListener("blur", close);
}
