package org.triviumcrm.marketing.mining;

import java.util.ArrayList;
import java.util.List;

/**
 * All groups of which at least so many per cent are expected to say yes.
 *
 * @param from in per cent
 * @param groups how many they are
 * @param people how many there are in them
 * @param expected how many of these are expected to say yes
 */
public record MiningBand(int from, int groups, long people, long expected) {

    private static final List<Integer> BOUNDS = List.of(95, 90, 80, 70, 60, 50, 40, 30, 20, 10, 5, 2, 1);

    /** From the surest on; one that has nobody more than the one before is left out. */
    static List<MiningBand> of(List<MiningGroup> groups) {
        List<MiningBand> bands = new ArrayList<>();
        long before = 0;
        for (int from : BOUNDS) {
            List<MiningGroup> within =
                    groups.stream().filter(group -> isWithin(group, from)).toList();
            long people = within.stream().mapToLong(MiningGroup::scored).sum();
            if (people > before) {
                bands.add(new MiningBand(
                        from,
                        (int) within.stream()
                                .filter(group -> group.scored() > 0)
                                .count(),
                        people,
                        Math.round(within.stream()
                                .mapToDouble(group -> group.learned().value() * group.scored())
                                .sum())));
                before = people;
            }
        }
        return bands;
    }

    /** As it is shown: of what rounds up to it, too. */
    static boolean isWithin(MiningGroup group, int from) {
        return group.percent() >= from;
    }
}
