package org.triviumcrm.sales.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** In turn is fair, the least work is the least, and nobody gets more than there is room for. */
class DistributionPropertyTests {

    /** After some rounds everybody has had as many as everybody else, however long it goes on. */
    @Property(tries = 500)
    void inTurnIsFair(@ForAll @IntRange(min = 1, max = 9) int people, @ForAll @IntRange(min = 1, max = 60) int times) {
        List<Candidate> all = new ArrayList<>();
        for (long id = 1; id <= people; id++) {
            all.add(new Candidate(id * 7, "P" + id, 0, BigDecimal.ZERO, null, null));
        }
        Map<Long, Integer> got = new HashMap<>();
        Long last = null;
        for (int time = 0; time < times; time++) {
            Candidate next = Distribution.next(AssignmentTarget.ROUND_ROBIN, all, last, BigDecimal.TEN)
                    .orElseThrow();
            got.merge(next.personId(), 1, Integer::sum);
            last = next.personId();
        }
        int most = got.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int least = got.size() < people
                ? 0
                : got.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        assertThat(most - least).isLessThanOrEqualTo(1);
    }

    /** Whatever arrives, no limit is passed; somebody with room is found as long as there is one. */
    @Property(tries = 1000)
    void nobodyGetsMoreThanThereIsRoomFor(@ForAll long seed) {
        Random random = new Random(seed);
        AssignmentTarget target = AssignmentTarget.values()[random.nextInt(AssignmentTarget.values().length)];
        List<Candidate> all = new ArrayList<>();
        for (long id = 1; id <= 1 + random.nextInt(5); id++) {
            all.add(new Candidate(
                    id,
                    "P" + id,
                    random.nextInt(4),
                    BigDecimal.valueOf(random.nextInt(100)),
                    random.nextBoolean() ? null : random.nextInt(8),
                    random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(300))));
        }
        Long last = null;
        for (int time = 0; time < 30; time++) {
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(60));
            Optional<Candidate> next = Distribution.next(target, all, last, amount);
            boolean room = all.stream().anyMatch(one -> fits(one, amount));
            assertThat(next.isPresent()).isEqualTo(room);
            if (next.isPresent()) {
                Candidate got = next.get();
                assertThat(fits(got, amount)).isTrue();
                if (target == AssignmentTarget.LEAST_WORK) {
                    long least = all.stream()
                            .filter(one -> fits(one, amount))
                            .map(Candidate::open)
                            .min(Comparator.naturalOrder())
                            .orElseThrow();
                    assertThat(got.open()).isEqualTo(least);
                }
                last = got.personId();
                all.replaceAll(one -> one.personId() == got.personId() ? with(one, amount) : one);
            }
        }
    }

    private static Candidate with(Candidate one, BigDecimal amount) {
        return new Candidate(
                one.personId(), one.name(), one.open() + 1, one.value().add(amount), one.maxOpen(), one.maxValue());
    }

    private static boolean fits(Candidate one, BigDecimal amount) {
        return within(one.open() + 1, one.maxOpen())
                && (one.maxValue() == null
                        || one.value().add(amount).doubleValue()
                                <= one.maxValue().doubleValue());
    }

    private static boolean within(long number, @Nullable Integer most) {
        return most == null || number <= most;
    }
}
