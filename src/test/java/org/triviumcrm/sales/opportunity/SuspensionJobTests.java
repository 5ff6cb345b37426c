package org.triviumcrm.sales.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.Accounts;
import org.triviumcrm.support.CommittingTest;

/** What is suspended comes back on its day, by itself, and says so. */
@CommittingTest
class SuspensionJobTests {

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    OpportunityService opportunities;

    @Autowired
    OpportunityLifeService life;

    @Autowired
    SuspensionJob job;

    private Viewer administrator;

    @BeforeEach
    void company() {
        administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
    }

    @Test
    void comesBackOnItsDayAndNotBefore() {
        long due = suspended();
        long later = suspended();
        job.run();
        assertThat(state(due)).isEqualTo("SUSPENDED");

        database.sql("update opportunity set suspended_until = :today where id = :id")
                .param("today", LocalDate.now(ZoneOffset.UTC))
                .param("id", due)
                .update();
        job.run();
        assertThat(state(due)).isEqualTo("OPEN");
        assertThat(state(later)).isEqualTo("SUSPENDED");
        assertThat(database.sql("select count(*) from state_change where opportunity_id = :id and to_state = 'OPEN'"
                                + " and by_person_id is null and from_state = 'SUSPENDED'")
                        .param("id", due)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(database.sql("select r.cause from opportunity_aud a join revision r on r.id = a.rev where a.id = :id"
                                + " order by a.rev desc limit 1")
                        .param("id", due)
                        .query(String.class)
                        .single())
                .startsWith("sales.log.suspension");
        job.run();
        assertThat(opportunities.page(administrator, due).suspendReason()).isNull();
    }

    private long suspended() {
        long stage = database.sql("select min(id) from stage where kind = 'OPEN'")
                .query(Long.class)
                .single();
        long id = opportunities.create(
                administrator,
                new CreateOpportunity(
                        "Deal",
                        null,
                        null,
                        null,
                        null,
                        "USD",
                        null,
                        null,
                        null,
                        null,
                        stage,
                        administrator.personId()));
        LocalDate until = LocalDate.now(ZoneOffset.UTC).plusDays(3);
        life.suspend(administrator, id, new SuspendOpportunity("Budget", until));
        return id;
    }

    private String state(long id) {
        return database.sql("select state from opportunity where id = " + id)
                .query(String.class)
                .single();
    }
}
