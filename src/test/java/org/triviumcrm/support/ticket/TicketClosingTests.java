package org.triviumcrm.support.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.rule.SaveTicketRules;
import org.triviumcrm.support.rule.TicketRuleService;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** What is solved is closed after as many days without a word as the rules say. */
@IntegrationTest
class TicketClosingTests {

    @Autowired
    TicketClosing closing;

    @Autowired
    TicketService tickets;

    @Autowired
    TicketRuleService rules;

    @Autowired
    SampleCompany company;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    @Test
    void afterTheDaysOfTheRulesAndNotBefore() {
        company.found();
        Viewer me = company.administrator();
        rules.change(me, new SaveTicketRules(3, 10));
        long longAgo = solved(me, 3 * 24 * 60 + 1);
        long lately = solved(me, 3 * 24 * 60 - 1);
        long open = opened(me);
        assertThat(closing.close()).isEqualTo(1);
        assertThat(tickets.page(me, longAgo).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(tickets.page(me, lately).status()).isEqualTo(TicketStatus.SOLVED);
        assertThat(tickets.page(me, open).status()).isEqualTo(TicketStatus.NEW);
        assertThat(database.sql(
                                "select was || ' ' || becomes from ticket_event where ticket_id = ? and by_id is null and kind = 'STATUS'")
                        .param(longAgo)
                        .query(String.class)
                        .single())
                .isEqualTo("SOLVED CLOSED");
        assertThat(closing.close()).as("once").isZero();
    }

    private long opened(Viewer me) {
        return tickets.create(
                me, SaveTicket.empty(company.id("ticket_queue"), company.id("customer"), null), Map.of(), null);
    }

    private long solved(Viewer me, int minutesAgo) {
        long id = opened(me);
        tickets.become(me, id, TicketStatus.SOLVED);
        database.sql("update ticket set updated_at = now() - make_interval(mins => ?) where id = ?")
                .params(minutesAgo, id)
                .update();
        entities.clear();
        return id;
    }
}
