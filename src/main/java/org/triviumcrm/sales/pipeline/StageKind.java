package org.triviumcrm.sales.pipeline;

/** What it means to be in a stage. Each pipeline has some open stages, one for won and one for lost. */
public enum StageKind {
    OPEN,
    WON,
    LOST
}
