package org.triviumcrm.marketing.campaign;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Who sells sees campaigns, and is shown none of the forms that change them. */
@IntegrationTest
class CampaignRightsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    private Viewer seller;

    @BeforeEach
    void someoneWhoSells() {
        company.found();
        seller = accounts.representative(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/history"})
    void seesThem(String page) throws Exception {
        mvc.perform(get("/marketing/campaigns/{id}" + page, company.id("campaign"))
                        .with(signedIn(seller)))
                .andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{id}/edit",
                "{id}/budget/edit",
                "{id}/fields/name",
                "{id}/cancellation",
                "{id}/resumption",
                "new"
            })
    void seesNoForm(String form) throws Exception {
        mvc.perform(get("/marketing/campaigns/" + form.replace("{id}", "" + company.id("campaign")))
                        .with(signedIn(seller)))
                .andExpect(status().isForbidden());
    }
}
