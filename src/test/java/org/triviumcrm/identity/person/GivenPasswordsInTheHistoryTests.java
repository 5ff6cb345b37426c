package org.triviumcrm.identity.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.triviumcrm.testing.Accounts.signedIn;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** Whoever gives somebody a password is named for it: for many people as for one. */
@CommittingTest
class GivenPasswordsInTheHistoryTests {

    private static final String PEOPLE = "/administration/people/";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void standsInTheLogForEachOfThem() throws Exception {
        Viewer administrator = accounts.administrator();
        Viewer ann = accounts.representative(null);
        Viewer bob = accounts.representative(null);
        Viewer cid = accounts.representative(null);
        mvc.perform(post(PEOPLE + "first-passwords")
                .with(csrf())
                .with(signedIn(administrator))
                .param("ids", "" + ann.personId(), "" + bob.personId()));
        mvc.perform(post(PEOPLE + cid.personId() + "/temporary-password")
                .with(csrf())
                .with(signedIn(administrator))
                .param("password", "first light at sea"));

        assertThat(jdbc.sql("select count(*) from person_aud a join revision r on r.id = a.rev"
                                + " where a.password_given_at is not null and r.person_id = ?")
                        .param(administrator.personId())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        String log = mvc.perform(get("/administration/log/changes").with(signedIn(administrator)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(log.split("Temporary password given", -1)).hasSize(4);
        assertThat(log).contains(PEOPLE + ann.personId(), PEOPLE + bob.personId(), PEOPLE + cid.personId());
    }
}
