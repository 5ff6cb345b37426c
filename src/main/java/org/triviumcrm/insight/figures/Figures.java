package org.triviumcrm.insight.figures;

import java.util.List;

/** What the page shows. */
public record Figures(
        List<Figure> states,
        List<Figure> stages,
        List<Figure> offices,
        List<Figure> people,
        List<Figure> products,
        List<Figure> months) {}
