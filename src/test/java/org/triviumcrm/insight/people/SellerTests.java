package org.triviumcrm.insight.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.people.SellerRepository.StageRow;
import org.triviumcrm.insight.people.SellerRepository.Stay;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** A person's page names what wants doing, the most valuable first, and only to those who see the person's work. */
@IntegrationTest
class SellerTests {

    private static final Instant NOW = Instant.now();

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    SellerService people;

    private Viewer ann;
    private Viewer bob;
    private Viewer manager;
    private LocalDate today;

    @BeforeEach
    void company() {
        long west = accounts.team("West", null);
        ann = accounts.representative(west);
        bob = accounts.representative(accounts.team("East", null));
        manager = accounts.viewer(accounts.manager(west).personId());
        today = LocalDate.ofInstant(NOW, ann.zone());
        database.sql(
                        "insert into pipeline (id, name, position, created_at, updated_at) values (1, 'P', 1, now(), now())")
                .update();
        stage(11, "Early", 1, "OPEN");
        stage(12, "Late", 2, "OPEN");
        stage(14, "Won", 3, "WON");
        stage(15, "Lost", 4, "LOST");
        database.sql(
                        "insert into customer (id, name, owner_id, created_at, updated_at) values (1, 'Acme', :owner, now(), now())")
                .param("owner", ann.personId())
                .update();
    }

    @Test
    void namesWhatWantsDoingTheMostValuableFirst() throws Exception {
        deal(990_001, "In order", 900, today.plusDays(5), 1, "Call them");
        deal(990_002, "Late", 300, today.minusDays(4), 1, "Sign");
        deal(990_003, "Forgotten", 500, today.plusDays(9), 30, "Visit");
        deal(990_004, "Nothing planned", 400, today.plusDays(9), 1, null);
        deal(990_005, "With a meeting", 800, today.plusDays(9), 1, null);
        deal(990_006, "Quoted", 200, today.plusDays(9), 1, "Wait");
        deal(990_007, "Quoted for long", 250, today.plusDays(9), 1, "Wait");
        activity(990_005, "MEETING", NOW.plus(2, ChronoUnit.DAYS), true, "Plan");
        activity(990_006, "TASK", NOW.minus(2, ChronoUnit.DAYS), false, "Send the drawing");
        quote(990_100, 990_006L, today.plusDays(3), "SENT");
        quote(990_101, 990_007L, today.plusDays(30), "SENT");
        quote(990_102, null, today.plusDays(1), "SENT");
        quote(990_103, null, today.plusDays(1), "ACCEPTED");

        SellerPage page = people.of(ann, ann.personId(), Span.monthOf(today));
        assertThat(page.actions())
                .extracting(NextAction::name)
                .containsExactly("Forgotten", "Nothing planned", "Late", "Quoted", "Offer 990102");
        assertThat(keys(page, "Forgotten")).containsExactly("idle");
        assertThat(keys(page, "Nothing planned")).containsExactly("stepless");
        assertThat(keys(page, "Late")).containsExactly("overdue");
        assertThat(keys(page, "Quoted")).containsExactly("quote", "task");
        assertThat(keys(page, "Offer 990102")).containsExactly("quote");

        String shown = page(ann, "/insight/people/" + ann.personId());
        assertThat(shown)
                .contains("should be signed 4 days ago", "no contact for 30 days", "late: Send the drawing")
                .contains("/activities?about=opportunity:990003&amp;kind=TASK")
                .doesNotContain("In order", "With a meeting", "??");
        assertThat(page(ann, "/activities?about=opportunity:990003&kind=TASK"))
                .contains("Forgotten")
                .containsPattern("id=\"kind-TASK\"[^>]*checked");
    }

    @Test
    void onlyForThoseWhoSeeThePersonsWork() throws Exception {
        String address = "/insight/people/" + ann.personId();
        mvc.perform(get(address).with(signedIn(manager))).andExpect(status().isOk());
        mvc.perform(get(address).with(signedIn(bob))).andExpect(status().isNotFound());
        mvc.perform(get(address + "/stages/11").with(signedIn(bob))).andExpect(status().isNotFound());
        mvc.perform(get(address + "?from=soon").with(signedIn(ann)))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("such as 2026-11-29")));

        deal(990_010, "Bob's", 10, today.plusDays(9), 1, "Wait");
        database.sql("update opportunity set owner_id = :bob, team_id = :team where id = 990010")
                .param("bob", bob.personId())
                .param("team", bob.teamId())
                .update();
        activity(990_010, "TASK", NOW.minus(2, ChronoUnit.DAYS), false, "Whisper");
        mvc.perform(get(address).with(signedIn(manager)))
                .andExpect(content().string(not(containsString("Whisper"))))
                .andExpect(content().string(containsString("a late task")));
        mvc.perform(get(address).with(signedIn(ann))).andExpect(content().string(containsString("Whisper")));
    }

    @Test
    void tellsHowStaysInEachStageEnded() {
        deal(990_001, "On", 100, null, 1, "x");
        deal(990_002, "Lost", 100, null, 1, "x");
        deal(990_003, "Back", 100, null, 1, "x");
        change(990_001, 11, 12, 5);
        change(990_002, 11, 15, 5);
        change(990_003, 12, 11, 5);
        change(990_003, 11, 14, 500);
        Span span = new Span(today.minusDays(10), today);
        List<StageRow> stages = people.of(manager, ann.personId(), span).stages();
        assertThat(stages)
                .extracting(StageRow::name, StageRow::forward, StageRow::backward, StageRow::lost, StageRow::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Early", 1L, 0L, 1L, 3L),
                        org.assertj.core.groups.Tuple.tuple("Late", 0L, 1L, 0L, 0L));
        assertThat(people.stays(manager, ann.personId(), 11, span))
                .extracting(Stay::name, Stay::outcome)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("On", "FORWARD"),
                        org.assertj.core.groups.Tuple.tuple("Lost", "LOST"));
    }

    private static List<String> keys(SellerPage page, String name) {
        return page.actions().stream()
                .filter(action -> action.name().equals(name))
                .flatMap(action -> page.reasons(action).stream())
                .map(NextAction.Reason::key)
                .toList();
    }

    private String page(Viewer viewer, String address) throws Exception {
        return mvc.perform(get(URI.create(address)).with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void deal(
            long id, String name, int amount, @Nullable LocalDate closes, int idleDays, @Nullable String step) {
        database.sql("""
                        insert into opportunity (id, name, customer_id, pipeline_id, stage_id, state, amount, currency, base_amount, probability,
                            opened_on, stage_entered_at, owner_id, team_id, expected_close_date, next_step, last_activity_at, created_at, updated_at)
                        values (:id, :name, 1, 1, 11, 'OPEN', :amount, 'USD', :amount, 50, date '2026-01-01', now(), :owner, :team, :closes, :step,
                            :last, timestamptz '2026-01-01Z', now())""")
                .param("id", id)
                .param("name", name)
                .param("amount", amount)
                .param("owner", ann.personId())
                .param("team", ann.teamId())
                .param("closes", closes, java.sql.Types.DATE)
                .param("step", step, java.sql.Types.VARCHAR)
                .param("last", NOW.minus(idleDays, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void activity(long about, String kind, Instant at, boolean planned, String subject) {
        database.sql("""
                        insert into activity (id, kind, about_type, about_id, subject, at, planned, owner_id, created_at, updated_at)
                        values (nextval('activity_seq'), :kind, 'opportunity', :about, :subject, :at, :planned, :owner, now(), now())""")
                .param("kind", kind)
                .param("about", about)
                .param("subject", subject)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("planned", planned)
                .param("owner", ann.personId())
                .update();
    }

    private void quote(long id, @Nullable Long deal, LocalDate until, String state) {
        database.sql("""
                        insert into quote (id, number, revision, root_id, name, customer_id, opportunity_id, language, currency, gross, quoted_on, valid_until,
                            discount_kind, discount_value, state, state_since, released_at, base_net, owner_id, team_id, created_at, updated_at)
                        values (:id, 'Q' || :id, 1, :id, 'Offer ' || :id, 1, :deal, 'en', 'USD', false, date '2026-01-01', :until, 'PERCENT', 0, :state, now(),
                            now(), 7, :owner, :team, now(), now())""")
                .param("id", id)
                .param("deal", deal, java.sql.Types.BIGINT)
                .param("until", until)
                .param("state", state)
                .param("owner", ann.personId())
                .param("team", ann.teamId())
                .update();
    }

    private void change(long deal, int from, int to, int daysAgo) {
        database.sql("""
                        insert into stage_change (id, opportunity_id, pipeline_id, from_stage_id, to_stage_id, at, stayed_seconds)
                        values (nextval('stage_change_seq'), :deal, 1, :from, :to, :at, 60)""")
                .param("deal", deal)
                .param("from", from)
                .param("to", to)
                .param("at", NOW.minus(daysAgo, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void stage(int id, String name, int position, String kind) {
        database.sql("""
                        insert into stage (id, pipeline_id, name, position, kind, probability, expected_days, conversion, basis, created_at, updated_at)
                        values (?, 1, ?, ?, ?, 50, 30, 50, 'SET', now(), now())""").params(id, name, position, kind).update();
    }
}
