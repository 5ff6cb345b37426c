package org.triviumcrm.marketing.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.campaign.CampaignFilter;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Campaigns by the days on which they run. */
@IntegrationTest
class CampaignCalendarTests {

    private static final LocalDate APRIL = LocalDate.of(2031, 4, 1);

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    CalendarService calendar;

    @Autowired
    JdbcClient database;

    private Viewer manager;

    @BeforeEach
    void someCampaigns() {
        company.found();
        manager = accounts.marketingManager();
        campaign("Before", LocalDate.of(2031, 1, 1), LocalDate.of(2031, 3, 31), "East");
        campaign("Ends on the first day", LocalDate.of(2031, 1, 1), APRIL, "East");
        campaign("Begins on the last day", LocalDate.of(2031, 4, 30), LocalDate.of(2031, 6, 1), "West");
        campaign("Spans it", LocalDate.of(2031, 1, 1), LocalDate.of(2031, 12, 1), "West");
    }

    @Test
    void findsWhatRunsOnAnyOfItsDays() {
        CalendarPage april = page(CalendarSpan.MONTH, CampaignFilter.NONE);
        assertThat(april.campaigns())
                .extracting(CalendarCampaign::name)
                .containsExactly("Ends on the first day", "Spans it", "Begins on the last day");
        assertThat(page(CalendarSpan.YEAR, CampaignFilter.NONE).campaigns()).hasSize(4);
        assertThat(page(CalendarSpan.MONTH, new CampaignFilter(null, "West", null, null))
                        .campaigns())
                .extracting(CalendarCampaign::name)
                .containsExactly("Spans it", "Begins on the last day");
    }

    @Test
    void drawsNoMoreThanCanBeLookedAtAndLeadsToTheRest() throws Exception {
        for (int i = 0; i < CalendarService.DRAWN; i++) {
            campaign("More " + i, APRIL.plusDays(3), APRIL.plusDays(5), "East");
        }
        CalendarPage april = page(CalendarSpan.MONTH, new CampaignFilter(null, "East", null, null));
        assertThat(april.campaigns()).hasSize(CalendarService.DRAWN);
        assertThat(april.more()).isEqualTo(1);
        assertThat(april.listHref()).contains("f.region=East", "f.startOn=..2031-04-30", "f.endOn=2031-04-01..");
        String list = text(april.listHref());
        assertThat(list).contains("More ");
    }

    @Test
    void aDayLeadsToANewCampaignForThoseWhoMay() throws Exception {
        String page = text("/marketing/calendar?span=MONTH&on=2031-04-20");
        assertThat(page)
                .contains("/marketing/campaigns/new?startOn=2031-04-17", "schedule-planned", "Spans it · Planned");
        assertThat(text("/marketing/campaigns/new?startOn=2031-04-17")).contains("value=\"2031-04-17\"");
        manager = accounts.representative(null);
        assertThat(text("/marketing/calendar?span=MONTH&on=2031-04-20"))
                .contains("Spans it")
                .doesNotContain("startOn=2031-04-17");
    }

    @Test
    void whatCanNotBeReadShowsTheCalendarOfToday() throws Exception {
        assertThat(text("/marketing/calendar?span=DECADE&on=yesterday&method=x"))
                .contains("Campaign calendar");
    }

    private CalendarPage page(CalendarSpan span, CampaignFilter narrow) {
        return calendar.page(manager, span, APRIL.plusDays(9), narrow);
    }

    private void campaign(String name, LocalDate start, LocalDate end, String region) {
        database.sql("""
                        insert into campaign (id, name, method_id, region, start_on, end_on, currency, state, state_since, owner_id, created_at, updated_at)
                        select nextval('campaign_seq'), :name, method_id, :region, :start, :end, currency, 'PLANNED', now(), owner_id, now(), now()
                        from campaign where id = :like""")
                .param("name", name)
                .param("region", region)
                .param("start", start)
                .param("end", end)
                .param("like", company.id("campaign"))
                .update();
    }

    private String text(String address) throws Exception {
        return mvc.perform(get(URI.create(address)).with(signedIn(manager)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
