package org.triviumcrm.approval.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.EdgeRules.Absent;
import org.triviumcrm.approval.definition.EdgeRules.Submitter;
import org.triviumcrm.approval.rule.Seat.Cause;
import org.triviumcrm.approval.rule.Seating.Remark;
import org.triviumcrm.approval.rule.Seating.Rule;

/** Who sits where somebody is wanted: that one, or whoever the rules put in the place, and so on from there. */
final class SeatFinder {

    private final Staff staff;
    private final EdgeRules edges;
    private final long submitterId;
    private final List<Remark> remarks;

    SeatFinder(Staff staff, EdgeRules edges, long submitterId, List<Remark> remarks) {
        this.staff = staff;
        this.edges = edges;
        this.submitterId = submitterId;
        this.remarks = remarks;
    }

    /** Null when nobody can sit there. Ends, as nobody is passed twice. */
    @Nullable
    Seat find(long wanted, Cause first) {
        Set<Long> passed = new HashSet<>();
        Long away = null;
        Cause cause = first;
        Long now = wanted;
        while (now != null && passed.add(now)) {
            if (!staff.isActive(now)) {
                Long next = superior(now, passed);
                remarks.add(new Remark(next == null ? Rule.LEFT_OUT : Rule.LEFT_REPLACED, now));
                now = next;
                cause = Cause.SUPERIOR;
            } else if (now == submitterId && edges.submitter() != Submitter.ALLOW) {
                Long next = edges.submitter() == Submitter.SUPERIOR ? superior(now, passed) : null;
                remarks.add(new Remark(next == null ? Rule.SUBMITTER_LEFT_OUT : Rule.SUBMITTER_REPLACED, now));
                now = next;
                cause = Cause.SUPERIOR;
            } else {
                Long deputy =
                        edges.absent() == Absent.DEPUTY ? staff.deputy(now).orElse(null) : null;
                if (deputy == null) {
                    return seat(now, wanted, cause);
                }
                away = away == null ? now : away;
                remarks.add(new Remark(Rule.DEPUTY, now));
                now = deputy;
                cause = Cause.DEPUTY;
            }
        }
        if (away == null) {
            return null;
        }
        // nobody of all the deputies is there: it waits for the first who is away, who will be back
        remarks.add(new Remark(Rule.WAITS, away));
        return seat(away, wanted, away == wanted ? first : Cause.SUPERIOR);
    }

    private @Nullable Long superior(long person, Set<Long> passed) {
        return staff.above(person).stream()
                .filter(above -> !passed.contains(above))
                .findFirst()
                .orElse(null);
    }

    private static Seat seat(long person, long wanted, Cause cause) {
        return new Seat(person, person == wanted ? null : wanted, cause, false);
    }
}
