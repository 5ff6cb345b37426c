package org.triviumcrm.customer.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Everything that happened with a customer is told in its order, once, and only to those who see it. */
@IntegrationTest
class CustomerStoryTests {

    @Autowired
    StoryService stories;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    private Viewer administrator;
    private long customer;

    @BeforeEach
    void aCustomerWithSomeOfEverything() {
        company.found();
        administrator = accounts.administrator();
        customer = 990_950;
        run("insert into customer (id, name, created_at, updated_at) values (:customer, 'Potter', now(), now())");
        run(
                "insert into contact (id, name, customer_id, created_at, updated_at) values (990950, 'Ann', :customer, now(), now())");
        for (int day = 1; day <= 40; day++) {
            run(
                    "insert into activity (id, kind, about_type, about_id, customer_id, subject, at, owner_id, created_at, updated_at) values (%d, 'NOTE',"
                                    .formatted(990_950 + day)
                            + " 'customer', :customer, :customer, 'Note of day %d', timestamptz '2026-03-01T12:00Z' + interval '%d days', :me, now(), now())"
                                    .formatted(day, day));
        }
        run(
                "insert into opportunity (id, name, pipeline_id, stage_id, state, currency, probability, opened_on, stage_entered_at, owner_id,"
                        + " customer_id, created_at, updated_at) select 990950, 'Ten kilns', pipeline_id, stage_id, state, currency, probability, opened_on,"
                        + " stage_entered_at, :me, :customer, timestamptz '2026-03-05T12:00Z', now() from opportunity order by id limit 1");
        run(
                "insert into state_change (id, opportunity_id, from_state, to_state, from_finish, to_finish, at, stayed_seconds)"
                        + " values (990950, 990950, 'OPEN', 'LOST', 'NONE', 'NONE', timestamptz '2026-03-12T12:00Z', 0)");
        run(
                "insert into ticket (id, name, status, status_since, priority, channel, queue_id, customer_id, created_at, updated_at)"
                        + " select 990950, 'It cracks', 'OPEN', now(), 'LOW', 'WEB', queue_id, :customer, timestamptz '2026-03-20T12:00Z', now()"
                        + " from ticket order by id limit 1");
        run(
                "insert into ticket_event (id, ticket_id, at, kind, was, becomes) values (990950, 990950, timestamptz '2026-03-21T12:00Z', 'STATUS', 'NEW', 'SOLVED')");
        run(
                "insert into campaign_participant (campaign_id, contact_id, status, invited_at, attended_at, source, created_at, updated_at)"
                        + " select min(id), 990950, 'ATTENDED', timestamptz '2026-03-01T12:00Z', timestamptz '2026-04-20T12:00Z', 'HAND', now(), now() from campaign");
        run(
                "insert into survey_response (survey_id, language, at, customer_id, nps) select min(id), 'EN', timestamptz '2026-04-25T12:00Z', :customer, 3 from survey");
    }

    @Test
    void allOfItIsToldOnceInItsOrder() {
        List<StoryLine> all = everything(administrator, null, null);
        assertThat(all)
                .hasSize(46)
                .isSortedAccordingTo((one, other) -> other.at().compareTo(one.at()));
        assertThat(all.stream().map(line -> line.kind() + line.id())).doesNotHaveDuplicates();
        assertThat(all.get(0)).satisfies(line -> {
            assertThat(line.what()).isEqualTo("ANSWERED");
            assertThat(line.detail()).isEqualTo("3 / 10");
        });
        assertThat(all.get(1).detail()).isEqualTo("Ann");
        assertThat(all.stream().map(StoryLine::what))
                .containsOnlyOnce("CREATED", "LOST", "OPENED", "SOLVED", "ATTENDED", "ANSWERED");
    }

    @Test
    void oneKindOrWhatWasUntilADayCanBeAskedFor() {
        assertThat(everything(administrator, "ticket", null).stream().map(StoryLine::what))
                .containsExactly("SOLVED", "OPENED");
        assertThat(everything(administrator, "ticket", LocalDate.of(2026, 3, 20)).stream()
                        .map(StoryLine::what))
                .containsExactly("OPENED");
        assertThat(everything(administrator, "nonsense", LocalDate.of(2026, 3, 1)))
                .isEmpty();
    }

    @Test
    void papersAndMoneyAreTold() throws Exception {
        customer = company.id("customer");
        run("set local session_replication_role = replica");
        run(
                "update quote set sent_at = timestamptz '2026-05-02T10:00Z', state = 'DECLINED', state_since = timestamptz '2026-05-04T10:00Z',"
                        + " released_at = timestamptz '2026-05-01T10:00Z' where customer_id = :customer");
        run(
                "update contract set signed_on = '2026-05-06', base_gain = 0, state = 'TERMINATED', terminated_on = '2026-05-20', end_reason = 'Moved away',"
                        + " released_at = timestamptz '2026-05-05T10:00Z' where customer_id = :customer");
        run("update receipt set received_on = '2026-05-08', amount = 1234.5 where customer_id = :customer");
        run("set local session_replication_role = origin");
        assertThat(everything(administrator, "quote", null).stream().map(StoryLine::what))
                .containsExactly("DECLINED", "SENT");
        assertThat(everything(administrator, "contract", null))
                .extracting(StoryLine::what, StoryLine::day, StoryLine::detail)
                .containsExactly(
                        tuple("TERMINATED", LocalDate.of(2026, 5, 20), "Moved away"),
                        tuple("SIGNED", LocalDate.of(2026, 5, 6), null));
        assertThat(everything(administrator, "receipt", LocalDate.of(2026, 5, 8)))
                .extracting(StoryLine::day, StoryLine::title)
                .containsExactly(tuple(LocalDate.of(2026, 5, 8), "C-1 Sample contract"));
        mvc.perform(get("/customers/" + customer + "/story?kind=receipt").with(signedIn(administrator)))
                .andExpect(content().string(containsString("$1,234.50")))
                .andExpect(content().string(containsString("May 8, 2026")));
        run("update receipt set amount = 1.234, currency = 'KWD' where customer_id = :customer");
        mvc.perform(get("/customers/" + customer + "/story?kind=receipt").with(signedIn(administrator)))
                .andExpect(content().string(containsString("1.234")));
        assertThat(everything(administrator, "receipt", LocalDate.of(2026, 5, 7)))
                .isEmpty();
        Viewer agent = accounts.serviceAgent();
        assertThat(everything(agent, null, null).stream().map(StoryLine::kind))
                .doesNotContain("quote", "contract", "receipt");
        run("update receipt set cancelled_at = now(), cancel_reason = 'Mistyped' where customer_id = :customer");
        assertThat(everything(administrator, "receipt", null)).isEmpty();
    }

    @Test
    void nobodyReadsWhatTheyDoNotSee() throws Exception {
        Viewer representative = accounts.representative(null);
        assertThat(everything(representative, null, null).stream()
                        .map(StoryLine::kind)
                        .distinct())
                .as("opportunities are a colleague's")
                .containsExactlyInAnyOrder("activity", "ticket", "campaign", "survey");
        Viewer agent = accounts.serviceAgent();
        assertThat(everything(agent, null, null).stream().map(StoryLine::kind).distinct())
                .contains("activity", "survey")
                .doesNotContain("opportunity", "campaign", "ticket");
        assertThatThrownBy(() -> stories.of(administrator, 999_999_999, null, null, null))
                .isInstanceOf(NotFound.class);
        mvc.perform(get("/customers/" + customer + "/story").with(signedIn(representative)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Came to a campaign")))
                .andExpect(content().string(not(containsString("Ten kilns"))));
        mvc.perform(get("/customers/" + customer + "/story?before=nonsense&until=2026-03-10")
                        .with(signedIn(administrator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Opportunity entered")))
                .andExpect(content().string(not(containsString("Opportunity lost"))));
    }

    private List<StoryLine> everything(Viewer viewer, @Nullable String kind, @Nullable LocalDate until) {
        List<StoryLine> all = new ArrayList<>();
        String place = null;
        do {
            Story part = stories.of(viewer, customer, kind, until, place);
            all.addAll(part.lines());
            place = part.next();
        } while (place != null);
        return all;
    }

    private void run(String sql) {
        JdbcClient.StatementSpec statement = database.sql(sql);
        if (sql.contains(":customer")) {
            statement = statement.param("customer", customer);
        }
        if (sql.contains(":me")) {
            statement = statement.param("me", administrator.personId());
        }
        statement.update();
    }
}
