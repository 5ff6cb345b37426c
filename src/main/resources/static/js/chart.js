// <div data-chart='{...}'> is drawn with ECharts in the colours of the theme; an item with "href" leads there. A chart that
// needs room says how "tall" and at least how "wide" it is, in pixels; it is moved sideways where there is less.
let library;

export function wireCharts(root) {
    const charts = [...root.querySelectorAll("[data-chart]")];
    if (charts.length === 0) {
        return;
    }
    library ??= load(charts[0].dataset.echarts);
    library.then(() => charts.forEach(draw));
}

function load(address) {
    return new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = resolve;
        script.onerror = reject;
        document.head.append(script);
    });
}

function draw(element) {
    if (window.echarts.getInstanceByDom(element)) {
        return;
    }
    const styles = getComputedStyle(document.documentElement);
    const color = (name) => styles.getPropertyValue(name).trim();
    const text = color("--tblr-body-color");
    const line = color("--tblr-border-color");
    const option = JSON.parse(element.dataset.chart);
    if (option.tall) {
        element.style.blockSize = `${option.tall}px`;
    }
    if (option.wide) {
        element.style.minInlineSize = `${option.wide}px`;
    }
    const axis = { axisLine: { lineStyle: { color: line } }, axisLabel: { color: text }, splitLine: { lineStyle: { color: line } } };
    const nameTruncate = { maxWidth: Math.max(160, element.clientWidth - 60) };
    const withAxis = (one) => (Array.isArray(one) ? one.map(withAxis) : one && { ...axis, ...one, axisLabel: { ...axis.axisLabel, ...one.axisLabel }, nameTruncate });
    const chart = window.echarts.init(element, null, { renderer: "canvas" });
    chart.setOption({
        animationDuration: 300,
        color: ["#066fd1", "#2fb344", "#f59f00", "#ae3ec9", "#0ca678", "#d63939", "#4263eb", "#74b816"],
        ...option,
        textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: text },
        legend: option.legend && { ...option.legend, textStyle: { color: text } },
        tooltip: { renderMode: "richText", confine: true, ...option.tooltip },
        xAxis: withAxis(option.xAxis),
        yAxis: withAxis(option.yAxis),
    });
    chart.on("click", (event) => {
        if (event.data?.href) {
            location.href = event.data.href;
        }
    });
    new ResizeObserver(() => chart.resize()).observe(element);
}
