package org.triviumcrm.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The course of one made-up opportunity: on which day it entered which stage, counted from the day it was opened.
 *
 * @param opened the first day
 * @param entered the day of entering each open stage it reached, in order; the first is {@code opened}
 * @param closed the day it was won or lost, null while it is open
 */
record DemoDeal(
        LocalDate opened, List<LocalDate> entered, @Nullable LocalDate closed, boolean won) {

    /** Share that goes on from a stage, and the mean days of a stay: what the demo's funnel measures. */
    private static final double GOES_ON = 0.72;

    private static final int MEAN_DAYS = 21;

    /** Walks through {@code stages} open stages from {@code opened} on and stops at {@code today}. */
    static DemoDeal from(LocalDate opened, LocalDate today, int stages, RandomGenerator chance) {
        List<LocalDate> entered = new ArrayList<>();
        LocalDate day = opened;
        for (int stage = 0; stage < stages; stage++) {
            entered.add(day);
            LocalDate left = day.plusDays(stay(chance));
            if (left.isAfter(today)) {
                return new DemoDeal(opened, List.copyOf(entered), null, false);
            }
            boolean goesOn = chance.nextDouble() < GOES_ON;
            if (!goesOn || stage == stages - 1) {
                return new DemoDeal(opened, List.copyOf(entered), left, goesOn);
            }
            day = left;
        }
        throw new IllegalArgumentException("a pipeline has at least one open stage");
    }

    private static long stay(RandomGenerator chance) {
        return 3 + Math.round(-Math.log(1 - chance.nextDouble()) * (MEAN_DAYS - 3));
    }

    int lastStage() {
        return entered.size() - 1;
    }

    /** The day it was closed, or entered its present stage. */
    LocalDate lastChange() {
        return closed != null ? closed : entered.get(lastStage());
    }

    boolean isOpen() {
        return closed == null;
    }
}
