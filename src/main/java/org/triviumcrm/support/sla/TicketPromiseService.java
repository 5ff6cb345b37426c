package org.triviumcrm.support.sla;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.calendar.BusinessHours;
import org.triviumcrm.support.calendar.Calendars;
import org.triviumcrm.support.calendar.OpenSpan;
import org.triviumcrm.support.sla.PromisePage.Line;
import org.triviumcrm.support.sla.PromisePage.Part;
import org.triviumcrm.support.sla.PromiseRepository.Happened;
import org.triviumcrm.support.ticket.TicketEventKind;
import org.triviumcrm.support.ticket.TicketService;
import org.triviumcrm.support.ticket.TicketStatus;

/** How the promises about a ticket stand, for those who see it. */
@Service
class TicketPromiseService {

    /** Of the days of a stretch. */
    private static final int SHOWN = 15;

    private final TicketService tickets;
    private final PromiseRepository promises;
    private final TicketPromiseRepository chosen;
    private final PromiseReader reader;
    private final Policies policies;
    private final Clock clock;

    TicketPromiseService(
            TicketService tickets,
            PromiseRepository promises,
            TicketPromiseRepository chosen,
            PromiseReader reader,
            Policies policies,
            Clock clock) {
        this.tickets = tickets;
        this.promises = promises;
        this.chosen = chosen;
        this.reader = reader;
        this.policies = policies;
        this.clock = clock;
    }

    /** @throws NotFound when the viewer does not see the ticket */
    @CanViewPromises
    @Transactional(readOnly = true)
    public PromisePage page(Viewer viewer, long ticketId) {
        tickets.page(viewer, ticketId);
        PromisedTicket ticket = promises.ticket(ticketId).orElseThrow(NotFound::new);
        Optional<Policy> policy = chosen.policyOf(ticketId).flatMap(policies::find);
        if (policy.isEmpty()) {
            return new PromisePage(ticketId, ticket.title(), null, null, null, List.of());
        }
        PromiseReader.Account account = reader.read(ticket, policy.get(), clock.instant());
        Set<PromiseKind> warned = EnumSet.noneOf(PromiseKind.class);
        promises.kept(ticketId).stream()
                .filter(promise -> promise.warnedAt() != null)
                .forEach(promise -> warned.add(promise.kind()));
        Calendars.Named calendar = account.calendar();
        return new PromisePage(
                ticketId,
                ticket.title(),
                account.policy().name(),
                calendar == null ? null : calendar.name(),
                calendar == null ? null : calendar.hours().zone().getId().replace('_', ' '),
                account.made().stream()
                        .map(reading -> line(reading, account, warned.contains(reading.kind())))
                        .toList());
    }

    private static Line line(PromiseReading reading, PromiseReader.Account account, boolean warned) {
        long target = reading.target() == null ? 0 : reading.target();
        long late = reading.state() == PromiseState.BROKEN ? Math.max(0, reading.used() - target) : 0;
        int percent = target == 0 ? 0 : (int) Math.min(100, reading.used() * 100 / target);
        List<Part> parts = new ArrayList<>();
        for (PromiseReading.Stretch stretch : reading.stretches()) {
            List<OpenSpan> spans = stretch.counts() ? spans(stretch, account.hours()) : List.of();
            parts.add(new Part(
                    stretch.from(),
                    stretch.to(),
                    status(account.events(), stretch.from()),
                    stretch.counts(),
                    stretch.seconds(),
                    spans.subList(0, Math.min(SHOWN, spans.size())),
                    spans.size() > SHOWN));
        }
        return new Line(reading, late, percent, warned, parts);
    }

    private static List<OpenSpan> spans(PromiseReading.Stretch stretch, BusinessHours hours) {
        return hours.spans(stretch.from(), stretch.to(), SHOWN + 1);
    }

    private static TicketStatus status(List<Happened> events, Instant at) {
        @Nullable String last = null;
        for (Happened event : events) {
            if (event.kind() == TicketEventKind.STATUS && !event.at().isAfter(at)) {
                last = event.becomes();
            }
        }
        return last == null ? TicketStatus.NEW : TicketStatus.valueOf(last);
    }
}
