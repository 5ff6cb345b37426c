// <select data-picker data-url="..."> becomes a typed search (without data-url: among its own options); the library is fetched when the first one appears.
let library;

export function wirePickers(root) {
    const pickers = [...root.querySelectorAll("select[data-picker]:not(.tomselected)")];
    if (pickers.length === 0) {
        return;
    }
    library ??= load();
    library.then(() => pickers.filter((select) => !select.tomselect).forEach(pick));
}

function load() {
    const { pickerStyle, pickerScript } = document.getElementById("main-script").dataset;
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = pickerStyle;
    const script = document.createElement("script");
    script.src = pickerScript;
    // without its style a search would show small signs and lists in the text for a moment
    const both = Promise.all([arrived(style), arrived(script)]);
    document.head.prepend(style);
    document.head.append(script);
    return both;
}

function arrived(element) {
    return new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = reject;
    });
}

function pick(select) {
    // what is seen and named is the search that takes its place
    select.setAttribute("aria-hidden", "true");
    const url = select.dataset.url;
    if (!url) {
        const plugins = select.multiple ? ["remove_button"] : ["clear_button"];
        new window.TomSelect(select, { maxOptions: null, allowEmptyOption: false, plugins, placeholder: select.dataset.placeholder });
        return;
    }
    new window.TomSelect(select, {
        valueField: "value",
        labelField: "text",
        searchField: [],
        maxItems: select.multiple ? null : 1,
        allowEmptyOption: false,
        plugins: select.dataset.required === "true" ? [] : ["clear_button"],
        preload: "focus",
        loadThrottle: 150,
        // what nothing chosen means
        placeholder: select.dataset.placeholder ?? select.querySelector("option[value='']")?.textContent ?? "",
        load(query, done) {
            const address = url + (url.includes("?") ? "&" : "?") + "q=" + encodeURIComponent(query);
            fetch(address, { headers: { Accept: "application/json" } })
                .then((answer) => (answer.ok ? answer.json() : []))
                .then((found) => {
                    // of several on their way, only the answer to what stands there now
                    const asked = query === this.inputValue();
                    const shut = !this.isOpen && !select.multiple && this.items.length > 0;
                    if (asked) {
                        this.clearOptions((option) => this.items.includes(String(option.value)));
                    } else {
                        delete this.loadedSearches[query];
                    }
                    done(asked ? found : undefined);
                    // a list that opens once more after the choice would lie over the next field
                    if (shut) {
                        this.close();
                    }
                })
                .catch(() => done());
        },
        render: {
            no_results: () => null,
        },
    });
}
