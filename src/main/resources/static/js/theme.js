// In the head and not deferred, so that the first paint already has the right colours.
(function () {
    const choice = document.documentElement.dataset.theme;
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    function apply() {
        const theme = choice === "light" || choice === "dark" ? choice : dark.matches ? "dark" : "light";
        document.documentElement.setAttribute("data-bs-theme", theme);
        document.documentElement.style.colorScheme = theme;
    }
    apply();
    dark.addEventListener("change", apply);
})();
