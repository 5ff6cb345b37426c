package org.triviumcrm.support.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.support.ticket.TicketStatus;

/**
 * Writes down how the promises about a ticket stand: in the transaction in which something happens to it, and when a time is over.
 * What has to be told or done then is left to {@link PromiseTimers}, which come by when {@code wake_at} says so.
 */
@Component
class PromiseKeeper {

    /** What was broken longer ago than this as it is reckoned for the first time, as with old tickets that are imported, nobody is told. */
    private static final Duration NEWS = Duration.ofHours(1);

    private final PromiseRepository promises;
    private final PromiseReader reader;
    private final Policies policies;

    PromiseKeeper(PromiseRepository promises, PromiseReader reader, Policies policies) {
        this.promises = promises;
        this.reader = reader;
        this.policies = policies;
    }

    /** Something that is to be told now. @param reading of the promise */
    record Alarm(Policy policy, PromiseReading reading, boolean broken) {}

    /**
     * Reckons anew.
     *
     * @param alarming whether what is due to be told counts as told from now on
     * @return what is to be told, none unless alarming
     */
    List<Alarm> keep(PromisedTicket ticket, Instant now, boolean alarming) {
        List<KeptPromise> before = promises.kept(ticket.id());
        if (ticket.status() == TicketStatus.CLOSED
                && ticket.isKnown()
                && before.stream().noneMatch(KeptPromise::isOpen)) {
            return List.of();
        }
        Optional<Policy> policy = policies.of(ticket.facts());
        if (policy.isEmpty()) {
            promises.forget(ticket.id(), Arrays.asList(PromiseKind.values()));
            promises.forgetPolicy(ticket.id());
            promises.show(ticket.id(), null, null);
            return List.of();
        }
        PromiseReader.Account account = reader.read(ticket, policy.get(), now);
        promises.choose(
                ticket.id(),
                account.policy().id(),
                account.calendar() == null || account.calendar().id() == 0
                        ? null
                        : account.calendar().id());
        return write(ticket, account, before, now, alarming);
    }

    private List<Alarm> write(
            PromisedTicket ticket,
            PromiseReader.Account account,
            List<KeptPromise> before,
            Instant now,
            boolean alarming) {
        Map<PromiseKind, KeptPromise> known = new EnumMap<>(PromiseKind.class);
        before.forEach(promise -> known.put(promise.kind(), promise));
        List<Alarm> alarms = new ArrayList<>();
        List<PromiseStanding.One> all = new ArrayList<>();
        List<PromiseKind> gone = new ArrayList<>(known.keySet());
        Instant nextDue = null;
        for (PromiseReading reading : account.made()) {
            gone.remove(reading.kind());
            Alarms told = new Alarms(reading, known.get(reading.kind()), ticket.isKnown(), now);
            if (alarming) {
                told.ring().ifPresent(broken -> alarms.add(new Alarm(account.policy(), reading, broken)));
            }
            promises.keep(ticket.id(), reading, told.warnedAt, told.breachedAt, told.next());
            all.add(new PromiseStanding.One(reading.state(), told.warnedAt != null));
            if (reading.settledAt() == null) {
                nextDue = earlier(nextDue, reading.dueAt());
            }
        }
        if (!gone.isEmpty()) {
            promises.forget(ticket.id(), gone);
        }
        promises.show(ticket.id(), nextDue, PromiseStanding.of(all));
        return alarms;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Which of the two alarms about a promise have rung; each rings once while somebody waits for it. */
    private static final class Alarms {

        private final PromiseReading reading;
        private final Instant now;
        private @Nullable Instant warnedAt;
        private @Nullable Instant breachedAt;

        Alarms(PromiseReading reading, @Nullable KeptPromise before, boolean isKnown, Instant now) {
            this.reading = reading;
            this.now = now;
            if (before != null && Objects.equals(before.startedAt(), reading.startedAt())) {
                warnedAt = before.warnedAt();
                breachedAt = before.breachedAt();
            } else if (!isKnown) {
                Instant old = now.minus(NEWS);
                warnedAt = isBefore(reading.warnAt(), old) ? reading.warnAt() : null;
                breachedAt = isBefore(reading.brokenAt(), old) ? reading.brokenAt() : null;
            }
        }

        private static boolean isBefore(@Nullable Instant at, Instant old) {
            return at != null && at.isBefore(old);
        }

        private boolean isToWarn() {
            return reading.state() == PromiseState.RUNNING && warnedAt == null && reading.warnAt() != null;
        }

        private boolean isToBreak() {
            return reading.state() == PromiseState.BROKEN && breachedAt == null;
        }

        /** Rings the one that is due. @return whether it is that it is broken */
        Optional<Boolean> ring() {
            if (isToBreak()) {
                breachedAt = now;
                return Optional.of(true);
            }
            Instant warnAt = reading.warnAt();
            if (isToWarn() && warnAt != null && !warnAt.isAfter(now)) {
                warnedAt = now;
                return Optional.of(false);
            }
            return Optional.empty();
        }

        /** When one of them is due next; null for never. */
        @Nullable
        Instant next() {
            if (isToBreak()) {
                return now;
            }
            Instant due = reading.dueAt();
            Instant over = reading.state() == PromiseState.RUNNING && due != null ? due.plusSeconds(1) : null;
            return earlier(over, isToWarn() ? reading.warnAt() : null);
        }
    }
}
