package org.triviumcrm.identity.signin;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.Locale;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Who the sign-in page names. */
@IntegrationTest
class DemoGuestsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void anAdministratorAndDemoPeople() {
        jdbc.sql("update person set active = false").update();
        accounts.administrator();
        demoPerson("priya.raman");
        demoPerson("wang.haitao");
    }

    @Test
    void demoPeopleAreNamedInTheLanguageOfTheBrowser() throws Exception {
        page(Locale.ENGLISH, allOf(containsString("priya.raman"), not(containsString("wang.haitao"))));
        page(Locale.SIMPLIFIED_CHINESE, allOf(containsString("wang.haitao"), not(containsString("priya.raman"))));
    }

    @Test
    void nobodyIsNamedOnceARealColleagueIsThere() throws Exception {
        accounts.representative(null);

        page(Locale.ENGLISH, not(containsString("priya.raman")));
    }

    @Test
    void whoIsSwitchedOffIsNotNamed() throws Exception {
        jdbc.sql("update person set active = false where sign_in_name = 'priya.raman'")
                .update();

        page(Locale.ENGLISH, not(containsString("priya.raman")));
    }

    private void page(Locale language, Matcher<String> says) throws Exception {
        mvc.perform(get("/sign-in").locale(language)).andExpect(content().string(says));
    }

    private void demoPerson(String signInName) {
        long id = accounts.representative(null).personId();
        jdbc.sql("update person set sign_in_name = ? where id = ?")
                .params(signInName, id)
                .update();
    }
}
