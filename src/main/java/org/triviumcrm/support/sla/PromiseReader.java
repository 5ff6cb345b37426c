package org.triviumcrm.support.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.support.calendar.BusinessHours;
import org.triviumcrm.support.calendar.Calendars;
import org.triviumcrm.support.sla.PromiseRepository.Happened;
import org.triviumcrm.support.ticket.TicketStatus;

/** Reads how the promises of a policy about a ticket stand, from what happened to it. */
@Component
class PromiseReader {

    private final PromiseRepository promises;
    private final PromiseHours hours;

    PromiseReader(PromiseRepository promises, PromiseHours hours) {
        this.promises = promises;
        this.hours = hours;
    }

    /**
     * The promises that the policy makes about a ticket's priority.
     *
     * @param calendar by whose hours it is counted; null around the clock
     * @param readings each kind, with a target or without
     */
    record Account(
            Policy policy,
            Calendars.@Nullable Named calendar,
            Map<PromiseKind, PromiseReading> readings,
            List<Happened> events) {

        BusinessHours hours() {
            return calendar == null ? BusinessHours.ALWAYS : calendar.hours();
        }

        /** Those that are made, and for which somebody waits or has waited. */
        List<PromiseReading> made() {
            return readings.values().stream()
                    .filter(reading -> reading.target() != null && reading.state() != PromiseState.IDLE)
                    .toList();
        }
    }

    Account read(PromisedTicket ticket, Policy policy, Instant now) {
        boolean always = policy.targets().of(ticket.priority()).aroundTheClock();
        Calendars.Named calendar = always ? null : hours.of(policy, ticket.queueId());
        List<Happened> events = promises.events(ticket.id());
        return new Account(
                policy,
                calendar,
                SlaClock.read(
                        policy.of(ticket.priority()),
                        calendar == null ? BusinessHours.ALWAYS : calendar.hours(),
                        events(events, policy),
                        now),
                events);
    }

    /** As the clock knows them; what a machine has answered is no answer. */
    static List<SlaEvent> events(List<Happened> events, Policy policy) {
        List<SlaEvent> read = new ArrayList<>();
        for (Happened one : events) {
            SlaEvent.Kind kind = switch (one.kind()) {
                case OPENED -> SlaEvent.Kind.OPENED;
                case INBOUND -> SlaEvent.Kind.ASKED;
                case REPLIED -> one.byPerson() ? SlaEvent.Kind.ANSWERED : null;
                case STATUS -> one.becomes() == null ? null : status(TicketStatus.valueOf(one.becomes()), policy);
                default -> null;
            };
            if (kind != null) {
                read.add(new SlaEvent(one.at(), kind));
            }
        }
        return read;
    }

    private static SlaEvent.Kind status(TicketStatus status, Policy policy) {
        return switch (status) {
            case NEW, OPEN -> SlaEvent.Kind.COUNTING;
            case PENDING, ON_HOLD -> policy.pausing().contains(status) ? SlaEvent.Kind.WAITING : SlaEvent.Kind.COUNTING;
            case SOLVED -> SlaEvent.Kind.SOLVED;
            case CLOSED -> SlaEvent.Kind.ENDED;
        };
    }
}
