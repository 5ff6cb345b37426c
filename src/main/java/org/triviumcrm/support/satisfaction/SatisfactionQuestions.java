package org.triviumcrm.support.satisfaction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.support.ticket.TicketMoved;
import org.triviumcrm.survey.Surveys;

/**
 * Asks about solved tickets when their time has come; each in a transaction of its own, once whichever node comes first: it holds the
 * row that waits, and writes with the letter what has come of it. What comes from files is told otherwise, and nobody is asked.
 */
@Component
class SatisfactionQuestions {

    private static final Logger LOG = LoggerFactory.getLogger(SatisfactionQuestions.class);
    private static final int AT_ONCE = 200;
    private static final Duration LATER = Duration.ofMinutes(10);

    private final SatisfactionRepository waiting;
    private final Surveys surveys;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SatisfactionQuestions(
            SatisfactionRepository waiting, Surveys surveys, TransactionTemplate transactions, Clock clock) {
        this.waiting = waiting;
        this.surveys = surveys;
        this.transactions = transactions;
        this.clock = clock;
    }

    @EventListener
    void on(TicketMoved ticket) {
        waiting.follow(ticket.ticketId());
    }

    void work() {
        waiting.due(clock.instant(), AT_ONCE).forEach(this::look);
    }

    private void look(long ticket) {
        try {
            transactions.executeWithoutResult(
                    status -> waiting.hold(ticket).ifPresent(one -> waiting.settle(ticket, ask(one), clock.instant())));
        } catch (RuntimeException e) {
            LOG.warn("The customer of ticket {} is asked again later", ticket, e);
            transactions.executeWithoutResult(
                    status -> waiting.putOff(ticket, clock.instant().plus(LATER)));
        }
    }

    /** @return what has come of it */
    private String ask(SatisfactionRepository.Waiting ticket) {
        SaveSatisfaction rule = waiting.read();
        Long survey = rule.surveyId();
        String address = ticket.address();
        if (survey == null) {
            return "OFF";
        }
        if (!ticket.solved()) {
            return "NOT_SOLVED";
        }
        if (address == null) {
            return "NO_ADDRESS";
        }
        if (ticket.unwanted()) {
            return "UNWANTED";
        }
        Instant since = clock.instant().minus(Duration.ofDays(rule.pauseDays()));
        if (surveys.wasAsked(address, since)) {
            return "TOO_SOON";
        }
        boolean asked = surveys.invite(new Surveys.Invitation(
                survey,
                address,
                ticket.name(),
                ticket.customerId(),
                ticket.contactId(),
                Ratings.ABOUT + ticket.ticketId()));
        return asked ? "ASKED" : "NOT_OPEN";
    }
}
