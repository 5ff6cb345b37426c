package org.triviumcrm.sales.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.PersonSwitchedOff;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Co-owners see an opportunity wherever it is shown or counted, change it as far as they may, and stop by themselves. */
@IntegrationTest
class CoOwnersTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    @Autowired
    ApplicationEventPublisher events;

    private Viewer owner;
    private Viewer colleague;
    private long deal;

    @BeforeEach
    void aDealOfSomebodyElse() {
        company.found();
        company.endCase();
        owner = accounts.representative(accounts.team("West", null));
        colleague = accounts.representative(accounts.team("East", null));
        deal = company.id("opportunity");
        database.sql(
                        "update opportunity set name = 'Qzshared deal', owner_id = :owner, team_id = :team, amount = 7531975,"
                                + " base_amount = 7531975, expected_close_date = current_date where id = :id")
                .param("owner", owner.personId())
                .param("team", owner.teamId())
                .param("id", deal)
                .update();
        database.sql("""
                        insert into activity (id, kind, about_type, about_id, customer_id, subject, at, owner_id, created_at, updated_at)
                        values (nextval('activity_seq'), 'NOTE', 'opportunity', :deal, :customer, 'Qzshared note', now(), :owner, now(), now())""")
                .param("deal", deal)
                .param("customer", company.id("customer"))
                .param("owner", owner.personId())
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "/sales/opportunities, Qzshared deal",
        "/sales/opportunities, '7,531,975'",
        "/lists/opportunity/export.csv, Qzshared deal",
        "/search?q=qzshared, Qzshared deal",
        "/search/suggestions?q=qzshared, Qzshared deal",
        "/sales/board, Qzshared deal",
        "/sales/board, '7,531,975'",
        "/sales/funnel, '7,531,975'",
        "/insight/figures, '7,531,975'",
        "/, '7,531,975'",
        "/sales/customers/{customer}/opportunities, Qzshared deal",
        "/sales/opportunities/{opportunity}, Qzshared deal",
        "/sales/opportunities/{opportunity}/history, Qzshared deal",
        "/activities?about=opportunity:{opportunity}, Qzshared note",
        "/activities?about=customer:{customer}, Qzshared note"
    })
    void seeItEverywhereWhileTheyAre(String address, String trace) throws Exception {
        assertThat(seen(address)).doesNotContain(trace);

        add(Access.VIEW, null);
        assertThat(seen(address)).contains(trace);

        database.sql("update opportunity_member set until = current_date - 2").update();
        assertThat(seen(address)).as("after its last day").doesNotContain(trace);
    }

    @Test
    void stopAfterTheLastDayInTheirOwnTimeZone() throws Exception {
        add(Access.VIEW, null);
        LocalDate today = LocalDate.now(ZoneOffset.ofHours(14));
        database.sql("update person set time_zone = 'Pacific/Kiritimati' where id = ?")
                .param(colleague.personId())
                .update();
        database.sql("update opportunity_member set until = ?").param(today).update();
        assertThat(viewers.find(colleague.personId())
                        .orElseThrow()
                        .scope("opportunity")
                        .includes(deal, null, null, null))
                .isTrue();
        database.sql("update opportunity_member set until = ?")
                .param(today.minusDays(1))
                .update();
        assertThat(viewers.find(colleague.personId())
                        .orElseThrow()
                        .scope("opportunity")
                        .includes(deal, null, null, null))
                .isFalse();
    }

    @Test
    void whoMayOnlyLookChangesNothingAndIsOfferedNothing() throws Exception {
        add(Access.VIEW, null);
        String page = seen("/sales/opportunities/{opportunity}");
        assertThat(page).doesNotContain("/" + deal + "/edit").doesNotContain("/" + deal + "/win");
        assertThat(seen("/sales/board")).doesNotContain("data-movable=\"true\"");

        move();
        assertThat(stage()).isEqualTo(company.id("stage"));
        assertThat(send(
                                colleague,
                                "/loss",
                                Map.of(
                                        "reasonId",
                                        "" + company.id("lost_reason"),
                                        "closedOn",
                                        "2026-03-05",
                                        "note",
                                        "x"))
                        .getStatus())
                .isIn(303, 302, 409, 422);
        assertThat(state()).isEqualTo("OPEN");
        assertThat(send(colleague, "/suspension", Map.of("reason", "Budget", "until", "2090-01-01"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(state()).isEqualTo("OPEN");
    }

    @Test
    void whoMayWorkOnItDoesButDoesNotGiveItAway() throws Exception {
        add(Access.EDIT, null);
        assertThat(seen("/sales/opportunities/{opportunity}")).contains("/" + deal + "/edit", "/" + deal + "/win");
        assertThat(seen("/sales/board")).contains("data-movable=\"true\"");

        move();
        assertThat(stage()).isEqualTo(company.id("other_stage"));

        grant("sales.opportunity.transfer");
        grant("sales.opportunity.delete");
        assertThat(seen("/sales/opportunities/{opportunity}"))
                .doesNotContain("/transfer")
                .doesNotContain("/deletion");
        send(colleague, "/transfer", Map.of("ownerId", "" + colleague.personId()));
        send(colleague, "/deletion", Map.of());
        assertThat(ownerOfTheDeal()).isEqualTo(owner.personId());
        assertThat(send(colleague, "/members", Map.of("personId", "" + company.id("person"), "access", "VIEW"))
                        .getStatus())
                .isEqualTo(403);
        mvc.perform(post("/lists/opportunity/bulk/transfer/runs")
                        .param("ids", "" + deal)
                        .param("ownerId", "" + colleague.personId())
                        .with(csrf())
                        .with(signedIn(colleague)))
                .andExpect(status().is3xxRedirection());
        assertThat(database.sql("select outcome from bulk_row where record_id = :id")
                        .param("id", deal)
                        .query(String.class)
                        .list())
                .as("refused, not done")
                .doesNotContain("DONE");
        assertThat(ownerOfTheDeal()).as("in bulk").isEqualTo(owner.personId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"VIEW", "EDIT"})
    void areToldAndListedAndMayLeave(String access) throws Exception {
        add(Access.valueOf(access), LocalDate.of(2099, 12, 31));
        assertThat(notices()).containsExactly("sales.notice.member." + access);
        assertThat(seen("/sales/opportunities/{opportunity}/members")).contains(colleague.name(), "2099");

        assertThat(send(colleague, "/members/removal", Map.of("personId", "" + colleague.personId()))
                        .getStatus())
                .isBetween(302, 303);
        assertThat(seen("/sales/opportunities")).doesNotContain("Qzshared deal");
        assertThat(body(owner, "/sales/opportunities/{opportunity}/members"))
                .as("the record of who could see it stays")
                .contains(colleague.name());
    }

    @Test
    void areRemovedByTheOwnerAndAddedAgainWithAnotherAccess() throws Exception {
        add(Access.VIEW, null);
        add(Access.EDIT, null);
        assertThat(database.sql("select access from opportunity_member where ended_at is null")
                        .query(String.class)
                        .list())
                .containsExactly("EDIT");
        send(owner, "/members/removal", Map.of("personId", "" + colleague.personId()));
        assertThat(notices()).contains("sales.notice.memberRemoved");
        assertThat(send(colleague, "/move", Map.of("stageId", "" + company.id("other_stage")))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void canNotBeTheOwnerNorSomebodyWhoSeesNoOpportunitiesNorEndBeforeToday() throws Exception {
        assertThat(send(owner, "/members", Map.of("personId", "" + owner.personId(), "access", "VIEW"))
                        .getContentAsString())
                .contains("owns it already");
        assertThat(send(
                                owner,
                                "/members",
                                Map.of("personId", "" + accounts.serviceAgent().personId(), "access", "VIEW"))
                        .getContentAsString())
                .contains("may not see opportunities");
        MockHttpServletResponse past = send(
                owner,
                "/members",
                Map.of("personId", "" + colleague.personId(), "access", "EDIT", "until", "2020-01-01"));
        assertThat(past.getStatus()).isEqualTo(422);
        assertThat(past.getContentAsString()).contains("today or a later day", "2020-01-01", colleague.name());
        assertThat(database.sql("select count(*) from opportunity_member")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void endWithThePersonsLeaving() throws Exception {
        add(Access.EDIT, null);
        events.publishEvent(new PersonSwitchedOff(company.administrator(), colleague.personId()));
        assertThat(seen("/sales/opportunities")).doesNotContain("Qzshared deal");
    }

    @Test
    void areChosenAmongAllWhoMaySeeOpportunities() throws Exception {
        String found = body(
                owner, "/sales/opportunities/colleagues?q=" + colleague.name().replace(" ", "%20"));
        assertThat(found).contains(colleague.name());
        Viewer agent = accounts.serviceAgent();
        assertThat(body(
                        owner,
                        "/sales/opportunities/colleagues?q=" + agent.name().replace(" ", "%20")))
                .doesNotContain("\"" + agent.name() + "\"");
    }

    private void add(Access access, @Nullable LocalDate until) throws Exception {
        MockHttpServletResponse answer = send(
                owner,
                "/members",
                until == null
                        ? Map.of("personId", "" + colleague.personId(), "access", access.name())
                        : Map.of("personId", "" + colleague.personId(), "access", access.name(), "until", "" + until));
        assertThat(answer.getStatus()).isBetween(302, 303);
    }

    private void move() throws Exception {
        send(colleague, "/move", Map.of("stageId", "" + company.id("other_stage")));
    }

    private String seen(String address) throws Exception {
        return body(colleague, address);
    }

    private String body(Viewer viewer, String address) throws Exception {
        return mvc.perform(get(java.net.URI.create(address.replace("{opportunity}", "" + deal)
                                .replace("{customer}", "" + company.id("customer"))))
                        .with(signedIn(viewer)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(Viewer viewer, String action, Map<String, String> form) throws Exception {
        var request = post("/sales/opportunities/" + deal + action).with(csrf()).with(signedIn(viewer));
        form.forEach(request::param);
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        entities.flush();
        entities.clear();
        return answer;
    }

    private void grant(String permission) {
        database.sql("insert into role_permission (role_id, permission) select role_id, :permission from person_role"
                        + " where person_id = :person")
                .param("permission", permission)
                .param("person", colleague.personId())
                .update();
    }

    private java.util.List<String> notices() {
        return database.sql("select message from notice where person_id = ? order by id")
                .param(colleague.personId())
                .query(String.class)
                .list();
    }

    private long stage() {
        return database.sql("select stage_id from opportunity where id = ?")
                .param(deal)
                .query(Long.class)
                .single();
    }

    private String state() {
        return database.sql("select state from opportunity where id = ?")
                .param(deal)
                .query(String.class)
                .single();
    }

    private long ownerOfTheDeal() {
        return database.sql("select owner_id from opportunity where id = ?")
                .param(deal)
                .query(Long.class)
                .single();
    }
}
