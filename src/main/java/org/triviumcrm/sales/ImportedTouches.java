package org.triviumcrm.sales;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which campaigns have brought opportunities that a file brings or wins; in the transaction that writes them. */
public interface ImportedTouches {

    /**
     * Notes them, with a fixed number of statements.
     *
     * @return by opportunity the campaigns that nobody knew of before
     */
    Map<Long, List<Long>> note(Collection<Long> opportunityIds, Instant now);

    /** Forgets what {@link #note} has noted, as far as nobody has said anything of it since. */
    void forget(Map<Long, List<Long>> noted);
}
