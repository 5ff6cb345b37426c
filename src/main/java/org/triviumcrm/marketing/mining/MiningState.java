package org.triviumcrm.marketing.mining;

/** How far a model is. */
public enum MiningState {
    /** Attributes are being chosen. */
    DRAFT,
    TRAINING,
    READY,
    FAILED;

    public boolean isBusy() {
        return this == TRAINING;
    }
}
