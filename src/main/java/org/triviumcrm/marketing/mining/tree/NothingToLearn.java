package org.triviumcrm.marketing.mining.tree;

import java.util.List;

/** There is no use in learning from this, or it must not be done. */
public class NothingToLearn extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        TOO_FEW_YES,
        TOO_FEW_NO,
        NO_ATTRIBUTES,
        BARRED
    }

    private final Reason reason;
    private final List<String> attributes;

    NothingToLearn(Reason reason, List<String> attributes) {
        super(reason + " " + attributes);
        this.reason = reason;
        this.attributes = attributes;
    }

    public Reason reason() {
        return reason;
    }

    /** The keys of those that must not be used to decide. */
    public List<String> attributes() {
        return attributes;
    }
}
