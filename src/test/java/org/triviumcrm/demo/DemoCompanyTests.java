package org.triviumcrm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.DemoData;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

@IntegrationTest
class DemoCompanyTests {

    @Autowired
    DemoData demo;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Test
    void isAYearOfTwoCompaniesThatEndsToday() {
        // where the day begins first: what is made for today must not lie ahead of now
        ZoneId zone = ZoneId.of("Pacific/Kiritimati");
        CompanySetUp company = new CompanySetUp("Demo", "USD", Locale.ENGLISH, zone, true, accounts.administrator());
        events.publishEvent(company);
        demo.fill(company, "{noop}password");

        assertThat(count("person where sign_in_name in ('priya.raman', 'wang.haitao')"))
                .isEqualTo(2);
        assertThat(count("customer")).isEqualTo(60);
        assertThat(count("customer where parent_id is not null")).isPositive();
        assertThat(count("territory where manager_id is not null")).isEqualTo(7);
        assertThat(count("opportunity where territory_id is null")).isZero();
        assertThat(count("lead")).isEqualTo(22);
        assertThat(count("lead a join lead b on b.email = a.email and b.id > a.id"))
                .isEqualTo(2);
        assertThat(count("opportunity")).isGreaterThan(200);
        assertThat(count("opportunity where state = 'OPEN'")).isBetween(40L, 250L);
        assertThat(count("opportunity where state = 'WON'")).isGreaterThan(40);
        assertThat(count("opportunity where closed_on > '" + LocalDate.now(zone) + "'"))
                .isZero();
        assertThat(count("stage_change where at > now()")).isZero();
        assertThat(count("opportunity where stage_entered_at > now() or created_at > now() or updated_at > now()"))
                .isZero();
        // the last change of each leads to where it is
        assertThat(count("""
                opportunity o where stage_id <> (select to_stage_id from stage_change c where c.opportunity_id = o.id
                                                 order by at desc, id desc limit 1)""")).isZero();
        assertThat(count("activity where kind = 'TASK' and at < now()")).isPositive();
        assertThat(count("activity where kind = 'TASK' and at > now()")).isPositive();
        assertThat(count("activity where created_at > now() + interval '1 minute'"))
                .isZero();
        assertThat(count("quote where state = 'SENT' and net > 0")).isGreaterThan(3);
        assertThat(count("contract where state = 'SIGNED' and base_gain > 0")).isGreaterThan(3);
        assertThat(count("contract where state in ('DRAFT', 'RELEASED', 'ENDED')"))
                .isGreaterThan(2);
        assertThat(count("quote where state in ('DRAFT', 'RELEASED', 'ACCEPTED', 'REPLACED')"))
                .isGreaterThan(6);
        assertThat(count("quote q join portal_account a using (contact_id) where q.state = 'SENT'"))
                .isEqualTo(2);
        assertThat(count("campaign")).isEqualTo(22);
        assertThat(count("campaign where base_cost > base_budget")).isGreaterThan(2);
        assertThat(count("campaign_cost where on_date > '" + LocalDate.now(zone) + "'"))
                .isZero();
        assertThat(count("campaign_state_change where at > now() or stayed_seconds < 0"))
                .isZero();
        assertThat(
                        count(
                                "campaign_participant where greatest(invited_at, registered_at, attended_at, responded_at) > now()"))
                .isZero();
        assertThat(count("attribution_month where outcome = 'WON' and even_amount > 0"))
                .as("months in which campaigns brought something")
                .isGreaterThan(5);
        assertThat(
                        count(
                                "opportunity_touch t join opportunity o on o.id = t.opportunity_id where o.closed_on < t.first_at::date"))
                .as("campaigns that began when all was decided")
                .isZero();
    }

    @Test
    void takesNoIdThatAnEntityGetsLater() {
        CompanySetUp company =
                new CompanySetUp("Demo", "CNY", Locale.ENGLISH, ZoneOffset.UTC, true, accounts.administrator());
        events.publishEvent(company);
        demo.fill(company, "{noop}password");
        long highest = database.sql("select max(id) from opportunity")
                .query(Long.class)
                .single();
        long next = database.sql("select nextval('opportunity_seq')")
                .query(Long.class)
                .single();
        assertThat(next - 49).as("first id of the next block").isGreaterThan(highest);
    }

    private long count(String of) {
        return database.sql("select count(*) from " + of).query(Long.class).single();
    }
}
