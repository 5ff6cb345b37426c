package org.triviumcrm.sales.pipeline;

import java.util.List;

/** What it means to be in a stage. Each pipeline has some open stages, one for won and one for lost. */
public enum StageKind {
    OPEN,
    WON,
    LOST;

    /** The first of this kind among the stages of a pipeline: the only one, unless it is open. */
    public Stage among(List<Stage> stages) {
        return stages.stream()
                .filter(stage -> stage.getKind() == this)
                .findFirst()
                .orElseThrow();
    }
}
