package org.triviumcrm.customer.segment;

import java.util.List;

/** A segment can't be deleted while something relies on it. */
class SegmentInUse extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> by;

    SegmentInUse(List<String> by) {
        super("Needed by " + by);
        this.by = List.copyOf(by);
    }

    /** What the things that need it are called. */
    List<String> by() {
        return by;
    }
}
