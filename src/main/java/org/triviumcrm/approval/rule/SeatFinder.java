package org.triviumcrm.approval.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.EdgeRules.Absent;
import org.triviumcrm.approval.definition.EdgeRules.NobodyFound;
import org.triviumcrm.approval.definition.EdgeRules.Submitter;
import org.triviumcrm.approval.rule.Seat.Cause;
import org.triviumcrm.approval.rule.Seating.Remark;
import org.triviumcrm.approval.rule.Seating.Rule;

/** Who sits where somebody is wanted: that one, or whoever the rules put in the place, and so on from there. */
final class SeatFinder {

    /** Further away from who was wanted, nobody knows any more whom they decide for. */
    private static final int DEPUTIES = 3;

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

    /**
     * Null when nobody can sit there. Where somebody is away and the deputies lead nowhere, whom the flow names for when nobody is
     * found; without such a person it waits for who is away and will be back.
     */
    @Nullable
    Seat find(long wanted, Cause first) {
        Set<Long> passed = new HashSet<>();
        Walk walk = walk(wanted, wanted, first, passed);
        Long away = walk.away();
        if (walk.seat() != null || away == null) {
            return walk.seat();
        }
        Long fallback = edges.nobodyFound() == NobodyFound.FALLBACK ? edges.fallbackPersonId() : null;
        if (fallback != null && !passed.contains(fallback)) {
            remarks.add(new Remark(Rule.FALLBACK, fallback));
            Seat named = walk(fallback, wanted, Cause.FALLBACK, passed).seat();
            if (named != null) {
                return named;
            }
        }
        remarks.add(new Remark(Rule.WAITS, away));
        return seat(away, wanted, away == wanted ? first : Cause.SUPERIOR);
    }

    /**
     * Where it ends: on a seat, or nowhere.
     *
     * @param away the first who was met and is away
     */
    private record Walk(@Nullable Seat seat, @Nullable Long away) {}

    /** Ends, as nobody is passed twice, nor more than {@value #DEPUTIES} deputies of deputies. */
    private Walk walk(long from, long wanted, Cause first, Set<Long> passed) {
        Long away = null;
        int deputies = 0;
        Cause cause = first;
        Long now = from;
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
                    return new Walk(seat(now, wanted, cause), away);
                }
                away = away == null ? now : away;
                if (++deputies > DEPUTIES) {
                    break;
                }
                remarks.add(new Remark(Rule.DEPUTY, now));
                now = deputy;
                cause = Cause.DEPUTY;
            }
        }
        return new Walk(null, away);
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
