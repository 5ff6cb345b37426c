package org.triviumcrm.insight.roi;

import java.util.List;

/** What does best and worst of a cut, the first the most so, and the line that adds all of it up. */
public record Extremes(List<Returns.Line> best, List<Returns.Line> worst, Returns.Line total) {

    public Extremes {
        best = List.copyOf(best);
        worst = List.copyOf(worst);
    }
}
