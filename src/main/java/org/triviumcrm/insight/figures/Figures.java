package org.triviumcrm.insight.figures;

import java.util.List;

/** What the page shows. {@code shares} are what was won by people's shares; none while nothing is split. */
public record Figures(
        List<Figure> states,
        List<Figure> stages,
        List<Figure> offices,
        List<Figure> people,
        List<Figure> shares,
        List<Figure> products,
        List<Figure> months) {}
