package org.triviumcrm.shared.history;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** The history, which is written with the commit, knows who was faster. */
@CommittingTest
class WhoWasFasterTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Test
    void theSlowerOneIsToldWhoSaved() throws Exception {
        Viewer ann = accounts.administrator();
        Viewer bob = accounts.administrator();
        long team = accounts.team("West", null);

        save(ann, team, "Far West").andExpect(redirectedUrl("/administration/teams"));

        save(bob, team, "Wild West")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString(ann.name() + " saved this record")));
    }

    private ResultActions save(Viewer viewer, long team, String name) throws Exception {
        return mvc.perform(post("/administration/teams/" + team)
                .with(csrf())
                .with(signedIn(viewer))
                .param("name", name)
                .param("version", "0"));
    }
}
