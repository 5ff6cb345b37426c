package org.triviumcrm.sales.opportunity;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Which products a flow is about is found by typing, among however many. */
@IntegrationTest
class ProductsInConditionsTests {

    private static final String DESIGNER = "/administration/approvals";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    private Viewer administrator;

    @BeforeEach
    void products() {
        administrator = accounts.administrator();
        database.sql("""
                insert into product (id, name, currency, active, created_at, updated_at, version)
                select 900000 + n, 'Aaa gateway ' || n, 'USD', true, now(), now(), 0 from generate_series(1, 1200) n""").update();
        database.sql("""
                insert into product (id, name, currency, active, created_at, updated_at, version)
                values (990001, 'Zeolith kiln', 'USD', true, now(), now(), 0),
                       (990002, 'Zeolith oven', 'USD', false, now(), now(), 0)""").update();
    }

    @Test
    void areFoundByTyping() throws Exception {
        values("product", "zeolith")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].text", Matchers.is(List.of("Zeolith kiln"))));
        values("product", "").andExpect(jsonPath("$.length()", Matchers.is(20)));
        values("stage", "").andExpect(content().string("[]"));
        mvc.perform(get(DESIGNER + "/values")
                        .param("type", "opportunity")
                        .param("field", "product")
                        .with(signedIn(accounts.representative(null))))
                .andExpect(status().isForbidden());
    }

    @Test
    void theFormListsOnlyThoseThatAreChosen() throws Exception {
        for (String comparison : List.of("IS", "ONE_OF")) {
            mvc.perform(form(comparison, "/rows").param("act", "refresh").param("flow", "0"))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString(DESIGNER + "/values?type=opportunity&amp;field=product"),
                                    containsString(
                                            "<option value=\"990002\" selected=\"selected\">Zeolith oven</option>"),
                                    not(containsString("Aaa gateway")))));
        }
    }

    @Test
    void areNamedWhereTheFlowIsTold() throws Exception {
        mvc.perform(form("ONE_OF", "")).andExpect(status().is3xxRedirection());
        long id = database.sql("select max(id) from approval_flow")
                .query(Long.class)
                .single();
        mvc.perform(get(DESIGNER + "/" + id).with(signedIn(administrator)))
                .andExpect(content().string(containsString("Zeolith oven")));
    }

    private ResultActions values(String field, String typed) throws Exception {
        return mvc.perform(get(DESIGNER + "/values")
                .param("type", "opportunity")
                .param("field", field)
                .param("q", typed)
                .with(signedIn(administrator)));
    }

    private MockHttpServletRequestBuilder form(String comparison, String to) {
        return post(DESIGNER + to)
                .param("name", "Kilns")
                .param("what", "opportunity|WIN")
                .param("nextStep", "2")
                .param("when.joining", "ALL")
                .param("when.conditions[0].field", "product")
                .param("when.conditions[0].comparison", comparison)
                .param("when.conditions[0].value", "990002")
                .param("when.conditions[0].values", "990002")
                .param("steps[0].key", "s1")
                .param("steps[0].name", "Manager")
                .param("steps[0].kind", "TEAM_MANAGER")
                .with(signedIn(administrator))
                .with(csrf());
    }
}
