package org.triviumcrm.insight.home;

import java.util.List;

/** What belongs to setting a company up, as far as the viewer may do it. */
public record SetUp(List<Step> steps) {

    /** @param key message {@code insight.home.setUp.<key>} is what to do, {@code .text} what it is good for */
    public record Step(String key, String icon, String href, boolean done) {}

    public boolean isComplete() {
        return steps.stream().allMatch(Step::done);
    }

    public long doneCount() {
        return steps.stream().filter(Step::done).count();
    }
}
