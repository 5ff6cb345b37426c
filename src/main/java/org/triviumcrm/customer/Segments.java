package org.triviumcrm.customer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.MatchingRows;
import org.triviumcrm.shared.web.Option;

/** Segments of customers, for modules that use them. */
public interface Segments {

    /** All of them by name, for a choice; none for somebody who may not see segments. */
    List<Option> choices(Viewer viewer);

    /**
     * The customers that belong to one, of those whom the viewer sees.
     *
     * @param on a day of the company's: as they were when it ended; null for now
     * @return empty when there is no such segment for the viewer
     */
    Optional<MatchingRows> members(Viewer viewer, long segmentId, @Nullable LocalDate on);

    /** What they are called; ids of none are left out. */
    Map<Long, String> names(Collection<Long> ids);

    /** The ids of the segments that a customer belongs to. */
    Set<Long> of(long customerId);
}
