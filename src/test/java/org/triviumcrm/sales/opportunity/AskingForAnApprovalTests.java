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

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SampleFlows;

/** Who wins something that has to be approved gets the form for that, and what was typed is what is submitted. */
@CommittingTest
class AskingForAnApprovalTests {

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
    Viewers viewers;

    @Test
    void theFormKeepsWhatWasTypedAndSubmitsIt() throws Exception {
        company.found();
        var boss = accounts.representative(null);
        flows.active("WIN", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(boss));
        long id = company.id("opportunity");
        database.sql("update approval_case set state = 'RECALLED', finished_at = now()")
                .update();
        MvcResult refused = mvc.perform(as(post("/sales/opportunities/" + id + "/win"))
                        .param("amount", "777")
                        .param("closedOn", "2026-03-05"))
                .andExpect(forwardedUrl("/approvals/needed"))
                .andReturn();
        Object why = refused.getRequest().getAttribute("approval.refused");
        mvc.perform(as(post("/approvals/needed")).requestAttr("approval.refused", why))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(boss.name())))
                .andExpect(content().string(containsString("&quot;amount&quot;:777")));

        mvc.perform(as(post("/approvals/submissions"))
                        .param("type", "opportunity")
                        .param("id", "" + id)
                        .param("kind", "WIN")
                        .param("action", "{\"amount\":777,\"closedOn\":\"2026-03-05\"}")
                        .param("reason", "They sign on Friday"))
                .andExpect(redirectedUrl("/sales/opportunities/" + id));
        assertThat(database.sql("select action ->> 'amount' from approval_case where state = 'RUNNING'")
                        .query(String.class)
                        .single())
                .isEqualTo("777");
        mvc.perform(as(get("/sales/opportunities/" + id)))
                .andExpect(content().string(containsString("Waits for an approval.")));
        mvc.perform(as(post("/sales/opportunities/" + id + "/deletion"))).andExpect(forwardedUrl("/approvals/needed"));
    }

    /** Whoever submitted it in whatever language; what was stored as text stays so. */
    @Test
    void eachReadsWhatIsApprovedInTheOwnLanguage() throws Exception {
        company.found();
        Viewer boss = accounts.representative(null);
        flows.active("WIN", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(boss));
        database.sql("update approval_case set state = 'RECALLED', finished_at = now()")
                .update();
        mvc.perform(as(post("/approvals/submissions"))
                        .param("type", "opportunity")
                        .param("id", "" + company.id("opportunity"))
                        .param("kind", "WIN")
                        .param("action", "{\"amount\":7770,\"closedOn\":\"2026-03-05\"}"))
                .andExpect(status().is3xxRedirection());
        String address = "/approvals/cases/"
                + database.sql("select id from approval_case where state = 'RUNNING'")
                        .query(Long.class)
                        .single();
        database.sql("update person set locale = 'zh-CN' where id = ?")
                .param(boss.personId())
                .update();
        Viewer chinese = viewers.find(boss.personId()).orElseThrow();
        mvc.perform(get(address).with(signedIn(chinese)))
                .andExpect(content().string(allOf(containsString("2026年3月5日"), containsString("7,770"))))
                .andExpect(content().string(allOf(containsString(">赢单<"), not(containsString("Mar 5, 2026")))));
        mvc.perform(as(get(address)))
                .andExpect(content().string(allOf(containsString("Mar 5, 2026"), containsString(">Won<"))));

        database.sql("""
                update approval_case set snapshot = '{"lines": [{"label": "sales.opportunity.amount", "before": "$100",
                    "after": "$7,777", "changed": true}]}' where state = 'RUNNING'""").update();
        mvc.perform(get(address).with(signedIn(chinese))).andExpect(content().string(containsString("$7,777")));
    }

    private MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request) {
        return request.with(csrf()).with(signedIn(company.administrator()));
    }
}
