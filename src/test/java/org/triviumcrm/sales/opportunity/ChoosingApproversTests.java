package org.triviumcrm.sales.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.approval.definition.ApproverKind;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.role.BuiltInRoles;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SampleFlows;

/** Whom the submitter chooses is found by typing: whoever may be asked, among however many, and nobody else. */
@CommittingTest
class ChoosingApproversTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    SampleFlows flows;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    BuiltInRoles roles;

    private long id;
    private long team;

    @BeforeEach
    void found() {
        company.found();
        id = company.id("opportunity");
        database.sql("update approval_case set state = 'RECALLED', finished_at = now()")
                .update();
        team = company.id("team");
        database.sql("update opportunity set team_id = ? where id = ?")
                .params(team, id)
                .update();
    }

    @Test
    void theFormListsNobodyButWhoIsChosen() throws Exception {
        Viewer boss = named(accounts.representative(null), "Zora Boss");
        named(accounts.representative(null), "Zora Stranger");
        flow(Approvers.choice());
        submit(null)
                .andExpectAll(
                        status().isUnprocessableContent(),
                        content()
                                .string(containsString(
                                        "/approvals/subjects/opportunity/" + id + "/approvers?version=")),
                        content().string(not(containsString("Zora"))));
        submit(boss, "reason", "x".repeat(4001))
                .andExpectAll(
                        status().isUnprocessableContent(),
                        content().string(containsString(">Zora Boss</option>")),
                        content().string(not(containsString("Zora Stranger"))));
    }

    /** The last of 1,200 people by name could not be found before. */
    @Test
    void anybodyIsFoundAmongHoweverMany() throws Exception {
        database.sql("""
                insert into person (id, name, sign_in_name, active, created_at, updated_at, version)
                select 900000 + n, 'Aaron Number' || n, 'aaron' || n, true, now(), now(), 0
                from generate_series(1, 1200) n""").update();
        Viewer last = named(accounts.representative(null), "Zora Last");
        Viewer left = named(accounts.representative(null), "Zora Left");
        database.sql("update person set active = false where id = ?")
                .param(left.personId())
                .update();
        long version = flow(Approvers.choice());
        assertThat(found(version, "zora", company.administrator())).containsExactly("Zora Last");
        assertThat(found(version, "", company.administrator())).hasSize(20);
        submit(left).andExpect(status().isUnprocessableContent());
        submit(last).andExpect(redirectedUrl("/sales/opportunities/" + id));
        assertThat(flows.task(last)).isPositive();
    }

    @Test
    void onlyWhoHasTheRoleInLineIsOfferedAndAccepted() throws Exception {
        Viewer in = named(accounts.person("sales_manager", team), "Zora In");
        Viewer elsewhere = named(accounts.person("sales_manager", null), "Zora Elsewhere");
        Viewer other = named(accounts.person("sales_representative", team), "Zora Other");
        long version = flow(new Approvers(ApproverKind.CHOICE, List.of(roles.id("sales_manager")), true, 0));
        assertThat(found(version, "zora", company.administrator())).containsExactly("Zora In");
        for (Viewer refused : List.of(elsewhere, other)) {
            submit(refused)
                    .andExpectAll(
                            status().isUnprocessableContent(),
                            content().string(containsString(">" + name(refused) + "</option>")));
        }
        submit(in).andExpect(redirectedUrl("/sales/opportunities/" + id));
        assertThat(flows.task(in)).isPositive();
    }

    @Test
    void whoeverAsksIsNotOffered() throws Exception {
        Viewer administrator = named(company.administrator(), "Zora Asking");
        long version = flow(Approvers.choice());
        assertThat(found(version, "zora", administrator)).isEmpty();
        submit(administrator).andExpect(status().isUnprocessableContent());
    }

    @Test
    void whoMayNotSeeTheRecordFindsNothing() throws Exception {
        long version = flow(Approvers.choice());
        Viewer stranger = accounts.representative(null);
        mvc.perform(search(version, "s1", "").with(signedIn(stranger))).andExpect(status().isNotFound());
        assertThat(found(version, "", company.administrator())).isNotEmpty();
        for (MockHttpServletRequestBuilder nothingToChoose :
                List.of(search(version, "s2", ""), search(version + 1, "s1", ""))) {
            mvc.perform(nothingToChoose.with(signedIn(company.administrator())))
                    .andExpect(status().isOk())
                    .andExpect(content().string("[]"));
        }
    }

    private long flow(Approvers approvers) {
        return flows.active(
                "WIN",
                null,
                ConditionGroup.ALWAYS,
                new Step("s1", "Chosen", ConditionGroup.ALWAYS, approvers, Mode.ALL, 0, null, null));
    }

    private Viewer named(Viewer person, String name) {
        database.sql("update person set name = ? where id = ?")
                .params(name, person.personId())
                .update();
        return person;
    }

    private String name(Viewer person) {
        return database.sql("select name from person where id = ?")
                .param(person.personId())
                .query(String.class)
                .single();
    }

    private MockHttpServletRequestBuilder search(long version, String step, String typed) {
        return get("/approvals/subjects/opportunity/" + id + "/approvers")
                .param("version", "" + version)
                .param("step", step)
                .param("q", typed);
    }

    private List<String> found(long version, String typed, Viewer viewer) throws Exception {
        String json = mvc.perform(search(version, "s1", typed).with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return JsonPath.read(json, "$[*].text");
    }

    private ResultActions submit(@Nullable Viewer chosen, String... more) throws Exception {
        MockHttpServletRequestBuilder request = post("/approvals/submissions")
                .with(csrf())
                .with(signedIn(company.administrator()))
                .param("type", "opportunity")
                .param("id", "" + id)
                .param("kind", "WIN")
                .param("action", "{\"amount\":777,\"closedOn\":\"2026-03-05\"}");
        if (chosen != null) {
            request.param("chosen[s1]", "" + chosen.personId());
        }
        for (int at = 0; at < more.length; at += 2) {
            request.param(more[at], more[at + 1]);
        }
        return mvc.perform(request);
    }
}
