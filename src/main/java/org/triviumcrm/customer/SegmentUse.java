package org.triviumcrm.customer;

import java.util.List;

/** Says what relies on a segment, so that it is not deleted below it. Implemented by modules above. */
public interface SegmentUse {

    /** What the things that need it are called, in no order. */
    List<String> of(long segmentId);
}
