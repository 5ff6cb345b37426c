package org.triviumcrm.support.satisfaction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Superiors;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.survey.SurveyAnswered;

/** What customers say of how a ticket was solved stands on the ticket, in the transaction that keeps their answer; who is in charge is told what is bad. */
@Component
class Ratings {

    static final String ABOUT = "ticket:";

    private final SatisfactionRepository tickets;
    private final Superiors superiors;
    private final Notices notices;

    Ratings(SatisfactionRepository tickets, Superiors superiors, Notices notices) {
        this.tickets = tickets;
        this.superiors = superiors;
        this.notices = notices;
    }

    @EventListener
    void on(SurveyAnswered answer) {
        String about = answer.about();
        Integer rating = answer.csat();
        if (about != null && rating != null && about.matches(ABOUT + "\\d{1,18}")) {
            tickets.rate(Long.parseLong(about.substring(ABOUT.length())), rating)
                    .ifPresent(ticket -> {
                        if (answer.isBad()) {
                            tell(ticket, rating);
                        }
                    });
        }
    }

    private void tell(SatisfactionRepository.Rated ticket, int rating) {
        Set<Long> people = new LinkedHashSet<>();
        List<PersonRef> above = new ArrayList<>();
        Long owner = ticket.ownerId();
        Long team = ticket.teamId();
        if (owner != null) {
            people.add(owner);
            above.addAll(superiors.above(owner));
        } else if (team != null) {
            above.addAll(superiors.inCharge(team));
        }
        above.stream().limit(1).map(PersonRef::id).forEach(people::add);
        notices.tell(
                people,
                "support.satisfaction.notice",
                List.of((long) rating, "#" + ticket.number() + " " + ticket.name()),
                "/support/tickets/" + ticket.id());
    }
}
