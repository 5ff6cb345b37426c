package org.triviumcrm.marketing.mining.tree;

/** Hears how far it is; may throw to stop it. */
public interface MiningProgress {

    /** What is done at the moment. */
    enum Stage {
        READING,
        CHECKING,
        CHOOSING,
        LEARNING,
        COMPARING
    }

    void at(Stage stage, int percent);
}
