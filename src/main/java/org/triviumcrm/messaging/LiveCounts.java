package org.triviumcrm.messaging;

import java.util.Collection;

/** Says whose counts have changed. */
public interface LiveCounts {

    /** Takes effect when the caller's transaction commits: the open pages of these people, on all nodes, get the counts anew. */
    void changed(Collection<Long> personIds);
}
