package org.triviumcrm.support.sla;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.triviumcrm.support.calendar.BusinessHours;
import org.triviumcrm.support.sla.SlaEvent.Kind;

/**
 * Reads from what happened to a ticket how its promises stand. A function of its arguments alone, so that anybody can reckon it
 * again. What happened at the same instant counts as one moment, in the order of {@link Kind}: somebody who answers and lets the
 * ticket wait in one save has answered first.
 *
 * <p>A ticket that is solved needs no answer: solving it is one. A promise is broken once its time is over, not before the
 * second after; once broken it stays so.
 */
public final class SlaClock {

    private final SlaTargets targets;
    private final Map<PromiseKind, PromiseMeter> meters = new EnumMap<>(PromiseKind.class);

    private Kind status = Kind.COUNTING;

    private boolean opened;

    private SlaClock(SlaTargets targets, BusinessHours hours) {
        this.targets = targets;
        for (PromiseKind kind : PromiseKind.values()) {
            meters.put(kind, new PromiseMeter(kind, targets, hours));
        }
    }

    /**
     * @param hours by which the time is counted; {@link BusinessHours#ALWAYS} for that of the clock on the wall
     * @param events in any order; those before the opening and after {@code now} don't count
     * @return each promise, whether there is a target for it or not
     */
    public static Map<PromiseKind, PromiseReading> read(
            SlaTargets targets, BusinessHours hours, Collection<SlaEvent> events, Instant now) {
        TreeMap<Instant, Set<Kind>> moments = new TreeMap<>();
        for (SlaEvent event : events) {
            if (!event.at().isAfter(now)) {
                moments.computeIfAbsent(event.at(), at -> EnumSet.noneOf(Kind.class))
                        .add(event.kind());
            }
        }
        SlaClock clock = new SlaClock(targets, hours);
        moments.forEach(clock::happened);
        Map<PromiseKind, PromiseReading> readings = new EnumMap<>(PromiseKind.class);
        clock.meters.forEach((kind, meter) -> readings.put(kind, meter.read(now)));
        return readings;
    }

    private void happened(Instant at, Set<Kind> kinds) {
        if (kinds.contains(Kind.OPENED) && !opened) {
            opened = true;
            first().start(at, true);
            resolution().start(at, true);
        }
        if (!opened || status == Kind.ENDED) {
            return;
        }
        if (kinds.contains(Kind.ASKED) && !first().isAwaited() && !next().isAwaited()) {
            next().start(at, counts(PromiseKind.NEXT_RESPONSE));
        }
        if (kinds.contains(Kind.ANSWERED)) {
            first().settle(at);
            next().settle(at);
        }
        kinds.stream().filter(Kind::isStatus).forEach(now -> change(at, now));
    }

    private void change(Instant at, Kind now) {
        boolean reopened = status == Kind.SOLVED && (now == Kind.COUNTING || now == Kind.WAITING);
        status = now;
        if (now == Kind.SOLVED || now == Kind.ENDED) {
            for (PromiseMeter meter : meters.values()) {
                if (now == Kind.SOLVED) {
                    meter.settle(at);
                } else {
                    meter.drop(at);
                }
            }
            return;
        }
        if (reopened) {
            resolution().resume(at, counts(PromiseKind.RESOLUTION));
        }
        for (PromiseKind kind : PromiseKind.values()) {
            if (meter(kind).isAwaited()) {
                meter(kind).count(at, counts(kind));
            }
        }
    }

    private boolean counts(PromiseKind kind) {
        return switch (status) {
            case WAITING -> kind.isResponse() && !targets.responsesPause();
            case SOLVED, ENDED -> false;
            default -> true;
        };
    }

    private PromiseMeter first() {
        return meter(PromiseKind.FIRST_RESPONSE);
    }

    private PromiseMeter next() {
        return meter(PromiseKind.NEXT_RESPONSE);
    }

    private PromiseMeter resolution() {
        return meter(PromiseKind.RESOLUTION);
    }

    private PromiseMeter meter(PromiseKind kind) {
        PromiseMeter meter = meters.get(kind);
        if (meter == null) {
            throw new IllegalStateException("No meter for " + kind);
        }
        return meter;
    }
}
