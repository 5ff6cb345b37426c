package org.triviumcrm.sales.pipeline;

/** What is wrong with the rules of a pipeline: they can be saved, but somebody should look at them. */
public record StageProblem(Kind kind, String stage) {

    public enum Kind {
        /** No way leads there from where opportunities begin. */
        UNREACHABLE,
        /** No way leads on from there to won. */
        STUCK,
        /** New opportunities can begin nowhere. */
        NO_BEGINNING
    }

    /** Message key; the stage is its argument. */
    public String messageKey() {
        return "sales.rule.problem." + kind;
    }
}
