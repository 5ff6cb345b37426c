package org.triviumcrm.customer.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.list.ListLink;

/**
 * A segment with who belongs to it.
 *
 * @param sentence its conditions as people say them
 * @param latest those who came last
 */
record SegmentPage(
        long id,
        String name,
        @Nullable String note,
        String sentence,
        SegmentState state,
        List<SegmentMemberRepository.Member> latest) {

    /** The list of exactly these customers. */
    public String href() {
        return ListLink.to("/customers")
                .is(SegmentFilters.KEY, String.valueOf(id))
                .toString();
    }
}
