package org.triviumcrm.marketing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** A file finds the plans that its reader may see, by name and by year, and no others. */
@IntegrationTest
class PlanReferenceTests {

    private static final List<String> TEXTS = List.of("Years of growth", "2041");

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    PlanReference plans;

    @Autowired
    JdbcClient database;

    private long plan;

    @BeforeEach
    void aPlan() {
        company.found();
        plan = company.id("annual_plan");
        database.sql("update annual_plan set name = 'Years of growth', year = 2041 where id = ?")
                .param(plan)
                .update();
    }

    @Test
    void whoMayNotSeePlansFindsNoneHoweverManyCampaignsTheySee() {
        assertThat(found(accounts.marketingManager()))
                .containsOnly(Map.entry("Years of growth", plan), Map.entry("2041", plan));
        Viewer without = accounts.allowed("marketing.campaign.view", "marketing.campaign.edit");
        assertThat(found(without)).isEmpty();
    }

    private Map<String, Long> found(Viewer viewer) {
        return plans.find(
                TEXTS,
                new ImportContext(
                        viewer.personId(),
                        null,
                        0,
                        Instant.EPOCH,
                        ZoneOffset.UTC,
                        "USD",
                        true,
                        List.of(),
                        Map.of(),
                        Map.of(),
                        (type, record) -> true));
    }
}
