package org.triviumcrm.sales.assignment;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who of several gets the next opportunity: never somebody without room for it. Pure. */
final class Distribution {

    private Distribution() {}

    /**
     * @param candidates by id
     * @param last who got the one before, null for nobody yet
     * @param amount of the opportunity, in the company's currency
     */
    static Optional<Candidate> next(
            AssignmentTarget target, List<Candidate> candidates, @Nullable Long last, BigDecimal amount) {
        List<Candidate> free = turn(candidates, last)
                .filter(candidate -> candidate.hasRoom(amount))
                .toList();
        return target == AssignmentTarget.LEAST_WORK
                ? free.stream().min(Comparator.comparingLong(Candidate::open))
                : free.stream().findFirst();
    }

    /** Those behind the last one first. */
    private static Stream<Candidate> turn(List<Candidate> candidates, @Nullable Long last) {
        long behind = last == null ? Long.MIN_VALUE : last;
        return Stream.concat(
                candidates.stream().filter(candidate -> candidate.personId() > behind),
                candidates.stream().filter(candidate -> candidate.personId() <= behind));
    }
}
