package org.triviumcrm.identity.handover;

import java.util.ArrayList;
import java.util.List;
import org.triviumcrm.identity.HeldLine;
import org.triviumcrm.identity.PersonRef;

/**
 * A kind of work that a person holds, for the page.
 *
 * @param label message
 * @param mayGive whether the viewer may hand it over
 * @param waiting how many of them can't go now and stay for a while
 * @param receivers who is chosen to take it over
 */
public record HeldKind(
        String key,
        String label,
        long count,
        long waiting,
        List<HeldLine> lines,
        boolean mayGive,
        List<PersonRef> receivers) {

    /** How much goes to one of them. */
    public record Share(String name, long count) {}

    /** How much each of the receivers gets: as even as it can be. */
    public List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        for (int place = 0; place < receivers.size(); place++) {
            long more = place < count % receivers.size() ? 1 : 0;
            shares.add(new Share(receivers.get(place).name(), count / receivers.size() + more));
        }
        return shares;
    }
}
