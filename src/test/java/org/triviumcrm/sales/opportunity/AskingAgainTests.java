package org.triviumcrm.sales.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SampleFlows;

/** What was returned for changes is asked for again with other values, in the same case. */
@CommittingTest
class AskingAgainTests {

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

    private Viewer seller;
    private Viewer boss;
    private String record;
    private String approval;

    @BeforeEach
    void theBossReturnsIt() throws Exception {
        company.found();
        database.sql("update approval_case set state = 'RECALLED', finished_at = now()")
                .update();
        seller = company.administrator();
        boss = accounts.representative(null);
        flows.active(
                "WIN",
                null,
                ConditionGroup.all(new Condition("amount", Comparison.MORE_THAN, "500")),
                SampleFlows.anyOf(boss));
        record = "/sales/opportunities/" + company.id("opportunity");
        submit(seller, 777).andExpect(redirectedUrl(record));
        approval = "/approvals/cases/" + of("id");
        mvc.perform(as(boss, post(approval + "/return"))
                        .param("taskId", "" + flows.task(boss))
                        .param("version", "0")
                        .param("changes", "At most 600"))
                .andExpect(status().is3xxRedirection());
        assertThat(of("state")).isEqualTo("RETURNED");
    }

    @Test
    void withAnotherAmount() throws Exception {
        mvc.perform(as(seller, get(approval + "/resubmission"))).andExpect(redirectedUrl(record + "/win?again=true"));
        mvc.perform(as(seller, get(record + "/win").param("again", "true")))
                .andExpect(content()
                        .string(allOf(containsString("value=\"777\""), not(containsString("is open. It has to be")))));
        win(seller, 600).andExpect(forwardedUrl("/approvals/needed"));
        submit(seller, 600).andExpect(redirectedUrl(record));
        assertThat(
                        of(
                                "concat(state, ' ', round, ' ', action ->> 'amount', ' ', trunc(amount), ' ', snapshot ->> 'lines' like '%600%')"))
                .isEqualTo("RUNNING 2 600 600 t");

        mvc.perform(as(boss, post(approval + "/approval"))
                        .param("taskId", "" + flows.task(boss))
                        .param("version", of("version")))
                .andExpect(status().is3xxRedirection());
        assertThat(database.sql("select concat(state, ' ', trunc(amount)) from opportunity where id = ?")
                        .param(company.id("opportunity"))
                        .query(String.class)
                        .single())
                .isEqualTo("WON 600");
    }

    @Test
    void withSomebodyElseChosenInTheForm() throws Exception {
        database.sql("update approval_case set state = 'RECALLED', finished_at = now()")
                .update();
        Viewer other = accounts.representative(null);
        flows.active(
                "SUSPEND",
                null,
                ConditionGroup.ALWAYS,
                new Step("s1", "Chosen", ConditionGroup.ALWAYS, Approvers.choice(), Mode.ALL, 100, null, null));
        mvc.perform(as(seller, post("/approvals/submissions"))
                        .param("type", "opportunity")
                        .param("id", "" + company.id("opportunity"))
                        .param("kind", "SUSPEND")
                        .param("action", "{\"reason\":\"Budget\",\"until\":\"2090-01-01\"}")
                        .param("chosen[s1]", "" + boss.personId()))
                .andExpect(redirectedUrl(record));
        String suspension = "/approvals/cases/" + of("id");
        mvc.perform(as(boss, post(suspension + "/return"))
                        .param("taskId", "" + flows.task(boss))
                        .param("version", "0")
                        .param("changes", "Ask somebody else"))
                .andExpect(status().is3xxRedirection());

        mvc.perform(as(seller, get(suspension + "/resubmission")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("name=\"chosen[s1]\""),
                                containsString(
                                        "<option value=\"%d\" selected=\"selected\"".formatted(boss.personId())))));
        database.sql("update person set active = false where id = ?")
                .param(boss.personId())
                .update();
        mvc.perform(as(seller, get(suspension + "/resubmission")))
                .andExpect(content().string(not(containsString("value=\"%d\"".formatted(boss.personId())))));
        mvc.perform(as(seller, post(suspension + "/resubmission"))
                        .param("version", of("version"))
                        .param("chosen[s1]", "" + other.personId()))
                .andExpect(redirectedUrl(suspension));
        assertThat(of("concat(state, ' ', round)")).isEqualTo("RUNNING 2");
        assertThat(database.sql("select person_id from approval_task where state = 'OPEN' and round = 2")
                        .query(Long.class)
                        .list())
                .containsExactly(other.personId());
    }

    @Test
    void butNothingElseGoesPastIt() throws Exception {
        stopped(win(seller, 100));
        stopped(mvc.perform(as(seller, post(record + "/termination"))
                .param("reasonId", "" + company.id("lost_reason"))
                .param("note", "Gone")));
        // somebody else's is not gone on with
        Viewer other = accounts.administrator();
        stopped(submit(other, 600));
        assertThat(of("concat(state, ' ', round)")).isEqualTo("RETURNED 1");
    }

    private void stopped(ResultActions answer) throws Exception {
        Object why = answer.andExpect(forwardedUrl("/approvals/needed"))
                .andReturn()
                .getRequest()
                .getAttribute("approval.refused");
        assertThat(why).isInstanceOf(UnderApproval.class);
        mvc.perform(as(seller, post("/approvals/needed")).requestAttr("approval.refused", why))
                .andExpect(status().isConflict())
                .andExpect(content().string(allOf(containsString("returned for changes"), containsString(record))));
    }

    private ResultActions win(Viewer viewer, int amount) throws Exception {
        return mvc.perform(
                as(viewer, post(record + "/win")).param("amount", "" + amount).param("closedOn", "2026-03-05"));
    }

    private ResultActions submit(Viewer viewer, int amount) throws Exception {
        return mvc.perform(as(viewer, post("/approvals/submissions"))
                .param("type", "opportunity")
                .param("id", "" + company.id("opportunity"))
                .param("kind", "WIN")
                .param("action", "{\"amount\":%d,\"closedOn\":\"2026-03-05\"}".formatted(amount))
                .param("reason", "They sign on Friday"));
    }

    private static MockHttpServletRequestBuilder as(Viewer viewer, MockHttpServletRequestBuilder request) {
        return request.with(signedIn(viewer)).with(csrf());
    }

    /** Of the only case that was not recalled. */
    private String of(String column) {
        return database.sql("select " + column + " from approval_case where state <> 'RECALLED'")
                .query(String.class)
                .single();
    }
}
