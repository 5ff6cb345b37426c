package org.triviumcrm.support.sla;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.ticket.TicketPriority;

/**
 * What a policy promises, by priority. As it is stored, a line each: {@code URGENT 3600 - 14400 always}, in seconds, {@code -}
 * for what is not promised.
 */
record PolicyTargets(Map<TicketPriority, PriorityTargets> byPriority) {

    private static final String ALWAYS = "always";

    PolicyTargets {
        Map<TicketPriority, PriorityTargets> some = new EnumMap<>(TicketPriority.class);
        byPriority.forEach((priority, targets) -> {
            if (!targets.isNothing()) {
                some.put(priority, targets);
            }
        });
        byPriority = Collections.unmodifiableMap(some);
    }

    PriorityTargets of(TicketPriority priority) {
        return byPriority.getOrDefault(priority, PriorityTargets.NONE);
    }

    static PolicyTargets read(String stored) {
        Map<TicketPriority, PriorityTargets> all = new EnumMap<>(TicketPriority.class);
        stored.lines()
                .map(line -> line.split(" "))
                .forEach(parts -> all.put(
                        TicketPriority.valueOf(parts[0]),
                        new PriorityTargets(
                                seconds(parts[1]), seconds(parts[2]), seconds(parts[3]), parts[4].equals(ALWAYS))));
        return new PolicyTargets(all);
    }

    String write() {
        return byPriority.entrySet().stream()
                .map(entry -> String.join(
                        " ",
                        entry.getKey().name(),
                        text(entry.getValue().firstResponse()),
                        text(entry.getValue().nextResponse()),
                        text(entry.getValue().resolution()),
                        entry.getValue().aroundTheClock() ? ALWAYS : "hours"))
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable Long seconds(String text) {
        return text.equals("-") ? null : Long.valueOf(text);
    }

    private static String text(@Nullable Long seconds) {
        return seconds == null ? "-" : seconds.toString();
    }
}
