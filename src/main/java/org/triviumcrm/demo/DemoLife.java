package org.triviumcrm.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a made-up opportunity: some lie aside, some were given up, and what was decided long ago is closed, and
 * later archived.
 *
 * @param since the day of the last turn, or of the beginning
 * @param until the day a suspended one comes back
 * @param reason why it is suspended
 */
record DemoLife(
        String state,
        String finish,
        LocalDate since,
        @Nullable LocalDate until,
        @Nullable String reason,
        List<Turn> turns) {

    /** A turn, with the day it came and that of the one before. */
    record Turn(
            String fromState,
            String toState,
            String fromFinish,
            String toFinish,
            LocalDate since,
            LocalDate on,
            @Nullable String reason) {}

    private static final int CLOSED_AFTER = 20;
    private static final int ARCHIVED_AFTER = 200;

    /** @param yesterday the last day on which anything has happened */
    static DemoLife of(DemoDeal deal, String language, DemoWords words, LocalDate yesterday, RandomGenerator chance) {
        LocalDate decided = deal.closed();
        return decided == null
                ? undecided(deal, language, words, yesterday, chance)
                : decided(deal, decided, language, words, yesterday, chance);
    }

    private static DemoLife undecided(
            DemoDeal deal, String language, DemoWords words, LocalDate yesterday, RandomGenerator chance) {
        long days = ChronoUnit.DAYS.between(deal.lastChange(), yesterday);
        if (days < 10 || chance.nextInt(12) > 0) {
            return new DemoLife("OPEN", "NONE", deal.opened(), null, null, List.of());
        }
        LocalDate on = deal.lastChange().plusDays(days / 2);
        String reason = words.pick(language, "suspended", chance);
        Turn turn = new Turn("OPEN", "SUSPENDED", "NONE", "NONE", deal.opened(), on, reason);
        return new DemoLife(
                "SUSPENDED", "NONE", on, yesterday.plusDays(15 + chance.nextInt(75)), reason, List.of(turn));
    }

    private static DemoLife decided(
            DemoDeal deal,
            LocalDate decided,
            String language,
            DemoWords words,
            LocalDate yesterday,
            RandomGenerator chance) {
        String state = deal.won() ? "WON" : chance.nextInt(7) == 0 ? "TERMINATED" : "LOST";
        List<Turn> turns = new ArrayList<>();
        turns.add(new Turn("OPEN", state, "NONE", "NONE", deal.opened(), decided, null));
        LocalDate closed = decided.plusDays(CLOSED_AFTER);
        if (closed.isAfter(yesterday) || chance.nextInt(4) == 0) {
            return new DemoLife(state, "NONE", decided, null, null, turns);
        }
        turns.add(new Turn(state, state, "NONE", "CLOSED", decided, closed, words.pick(language, "closed", chance)));
        LocalDate archived = decided.plusDays(ARCHIVED_AFTER);
        if (archived.isAfter(yesterday)) {
            return new DemoLife(state, "CLOSED", closed, null, null, turns);
        }
        turns.add(new Turn(state, state, "CLOSED", "ARCHIVED", closed, archived, null));
        return new DemoLife(state, "ARCHIVED", archived, null, null, turns);
    }
}
