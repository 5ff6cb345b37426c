package org.triviumcrm.marketing.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** People come into campaigns, one by one and from lists, and what becomes of them is counted. */
@IntegrationTest
class ParticipantsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    ParticipantStepService steps;

    private Viewer manager;
    private long campaign;

    @BeforeEach
    void aCampaignWithOneContact() {
        company.found();
        manager = accounts.marketingManager();
        campaign = company.id("campaign");
    }

    @Test
    void peopleAreChosenWhileItIsPlannedAndInvitedOnceItIsApproved() throws Exception {
        String lead = "lead:" + company.id("lead");
        add(lead, "INVITED")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("not approved yet")))
                .andExpect(content().string(containsString("Sample lead")));
        add(lead, "CHOSEN").andExpect(redirectedUrl("/marketing/campaigns/" + campaign));
        assertThat(counted()).isEqualTo("CHOSEN 2");

        become("APPROVED");
        add("customer:" + company.id("customer"), "INVITED").andExpect(status().is3xxRedirection());
        assertThat(counted()).isEqualTo("CHOSEN 2, INVITED 1");
        mvc.perform(get("/marketing/campaigns/{id}/participants", campaign).with(signedIn(manager)))
                .andExpect(content().string(containsString("3 people")))
                .andExpect(content().string(containsString("f.status=INVITED")));

        become("CANCELLED");
        add("customer:" + company.id("customer"), "CHOSEN").andExpect(status().isUnprocessableContent());
    }

    @Test
    void nobodyTakesPartTwiceAndWhoWantsToHearNothingNotAtAll() throws Exception {
        add("contact:" + company.id("contact"), "CHOSEN")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("already")));
        database.sql("update lead set no_email = true, no_call = true").update();
        add("lead:" + company.id("lead"), "CHOSEN")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("neither e-mails nor calls")));
        database.sql("update lead set no_call = false").update();
        add("lead:" + company.id("lead"), "CHOSEN").andExpect(status().is3xxRedirection());
        add("nobody", "CHOSEN").andExpect(status().isUnprocessableContent());
        add("lead:987654321", "CHOSEN").andExpect(status().isNotFound());
    }

    @Test
    void allThatAListFindsComeInAndTheResultSaysWhoDidNot() throws Exception {
        company.grow(9);
        database.sql("update contact set no_email = true, no_call = true where id in (select max(id) from contact)")
                .update();
        long run = many("contact", "all", "true");
        assertThat(outcomes(run))
                .isEqualTo("null 0, marketing.participant.refused.mute 1, marketing.participant.refused.there 9");
        database.sql("delete from campaign_participant").update();
        run = many("contact", "all", "true");
        assertThat(outcomes(run)).isEqualTo("null 9, marketing.participant.refused.mute 1");
        assertThat(counted()).isEqualTo("CHOSEN 9");

        become("RUNNING");
        move("INVITED", "ids", "" + first()).andExpect(flash().attribute("notice", "marketing.participant.moved"));
        mvc.perform(post("/bulk-runs/{id}/undo", run).with(signedIn(manager)).with(csrf()));
        assertThat(counted()).as("whoever was invited since stays").isEqualTo("INVITED 1");
    }

    @Test
    void theContactsOfCustomersComeInInsteadOfThem() throws Exception {
        company.grow(3);
        database.sql("delete from campaign_participant").update();
        long run = many("customer", "all", "true", "contacts", "true");
        assertThat(outcomes(run)).isEqualTo("null 1, marketing.participant.refused.nobody 3");
        assertThat(database.sql(
                                "select count(*) from campaign_participant where kind = 'CONTACT' and source = 'FILTER'")
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
        mvc.perform(post("/bulk-runs/{id}/undo", run).with(signedIn(manager)).with(csrf()));
        assertThat(counted()).isEmpty();
    }

    @Test
    void theCampaignThatOneComesFromIsProposed() throws Exception {
        String form = "/lists/contact/bulk/campaign";
        mvc.perform(post(form).param("all", "true").with(signedIn(manager)).with(csrf()))
                .andExpect(content().string(not(containsString("Sample campaign"))));
        database.sql("insert into visit (person_id, kind, record_id, seen_at) values (?, 'campaign', ?, now())")
                .params(manager.personId(), campaign)
                .update();
        mvc.perform(post(form).param("all", "true").with(signedIn(manager)).with(csrf()))
                .andExpect(content().string(containsString("<option value=\"" + campaign + "\" selected")))
                .andExpect(content().string(containsString("Sample campaign")));
    }

    /** Chosen people who want to hear nothing by now are not invited; who came by themselves is still said to have come. */
    @Test
    void whoHasOptedOutSinceIsNotInvited() throws Exception {
        company.grow(3);
        become("RUNNING");
        database.sql(
                        "update contact set no_email = true, no_call = true where id = (select min(contact_id) from campaign_participant)")
                .update();
        database.sql("update contact set no_email = true where id = (select max(contact_id) from campaign_participant)")
                .update();
        long audience = company.id("audience");
        database.sql("delete from audience_member").update();
        for (String opted : List.of("- interval '1 day'", "+ interval '1 hour'")) {
            database.sql("""
                            insert into audience_member (audience_id, contact_id, source, opted_out_at, created_at, updated_at)
                            select :audience, p.contact_id, 'HAND', p.created_at %1$s, p.created_at - interval '9 days', now()
                            from campaign_participant p where p.contact_id is not null order by p.contact_id offset %2$d limit 1""".formatted(opted, opted.startsWith("+") ? 1 : 2))
                    .param("audience", audience)
                    .update();
        }
        move("INVITED", "all", "true")
                .andExpect(flash().attribute("notice", "marketing.participant.moved.optedOut"))
                .andExpect(flash().attribute("noticeArgument", "2 / 4"))
                .andExpect(flash().attribute("noticeMore", 2L));
        assertThat(counted()).isEqualTo("CHOSEN 2, INVITED 2");
        move("ATTENDED", "all", "true").andExpect(flash().attribute("notice", "marketing.participant.moved"));
        assertThat(counted()).isEqualTo("ATTENDED 4");
    }

    @Test
    void manyGetTheirStatusAndTheOthersStay() throws Exception {
        company.grow(4);
        move("INVITED", "all", "true").andExpect(flash().attribute("problem", "marketing.participant.error.none"));
        become("RUNNING");
        move("INVITED", "all", "true")
                .andExpect(flash().attribute("notice", "marketing.participant.moved"))
                .andExpect(redirectedUrl("/marketing/participants?f.campaign=" + campaign));
        move("NO_SHOW", "ids", "" + first());
        move("ATTENDED", "all", "true").andExpect(flash().attribute("noticeArgument", 5L));
        assertThat(counted()).isEqualTo("ATTENDED 5");
        move("NO_SHOW", "all", "true").andExpect(flash().attribute("problem", "marketing.participant.error.none"));
        assertThat(
                        read(
                                "select count(*) from campaign_participant where invited_at is not null and no_show_at is null"))
                .isEqualTo("4");

        mvc.perform(post("/marketing/participants/removals")
                        .param("ids", "" + first())
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(flash().attribute("notice", "marketing.participant.removed"));
        assertThat(counted()).isEqualTo("ATTENDED 4");
    }

    @Test
    void theListNamesWhomTheViewerSeesAndTheFiguresCountAll() throws Exception {
        add("lead:" + company.id("lead"), "CHOSEN");
        Viewer seller = accounts.representative(null);
        mvc.perform(get("/marketing/participants?f.campaign=" + campaign).with(signedIn(seller)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Sample contact")))
                .andExpect(content().string(not(containsString("Sample lead"))))
                .andExpect(content().string(containsString("whom you may see")))
                .andExpect(content().string(not(containsString("/marketing/participants/removals"))));
        mvc.perform(get("/marketing/campaigns/{id}/participants", campaign).with(signedIn(seller)))
                .andExpect(content().string(containsString("2 people")));
        mvc.perform(get("/marketing/participants?f.campaign=" + campaign).with(signedIn(manager)))
                .andExpect(content().string(containsString("Sample lead")))
                .andExpect(content().string(containsString("href=\"/marketing/leads/" + company.id("lead"))))
                .andExpect(content().string(containsString("href=\"/contacts/" + company.id("contact"))));
        mvc.perform(post("/marketing/participants/removals")
                        .param("all", "true")
                        .with(signedIn(seller))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void whoeverStandsAtTheDoorFindsPeopleAndSaysWhoCame() throws Exception {
        Viewer seller = accounts.representative(null);
        database.sql("update contact set email = 'zoe@lux.example', mobile = '+44 555 0100'")
                .update();
        door(seller, "check-in").andExpect(content().string(containsString("not approved")));
        arrive(seller, "arrivals").andExpect(flash().attribute("problem", "marketing.checkIn.error.arrive"));
        become("RUNNING");
        for (String typed : List.of("mple cont", "zoe@LUX", "555 01 00", "Sample customer")) {
            mvc.perform(get("/marketing/campaigns/{id}/check-in", campaign)
                            .param("q", typed)
                            .with(signedIn(seller)))
                    .andExpect(content().string(containsString("Sample contact is here")));
        }
        for (String typed : List.of("s", "ontact zebra", "tcatnoc")) {
            mvc.perform(get("/marketing/campaigns/{id}/check-in", campaign)
                            .param("q", typed)
                            .with(signedIn(seller)))
                    .andExpect(content().string(not(containsString("Sample contact"))));
        }
        arrive(seller, "arrivals").andExpect(flash().attribute("notice", "marketing.checkIn.arrived"));
        assertThat(counted()).isEqualTo("ATTENDED 1");
        arrive(seller, "arrivals").andExpect(flash().attribute("problem", "marketing.checkIn.error.arrive"));
        door(seller, "check-in").andExpect(content().string(containsString("1 of 1 here")));
        arrive(seller, "arrivals/undoing").andExpect(flash().attribute("notice", "marketing.checkIn.undone"));
        assertThat(counted()).isEqualTo("CHOSEN 1");
    }

    @Test
    void whoComesUnexpectedBecomesALead() throws Exception {
        Viewer seller = accounts.representative(null);
        walkIn(seller, "Ann Walk").andExpect(status().isUnprocessableContent());
        become("RUNNING");
        walkIn(seller, " ").andExpect(status().isUnprocessableContent());
        walkIn(seller, "Ann Walk").andExpect(redirectedUrl("/marketing/campaigns/" + campaign + "/check-in"));
        assertThat(read("select concat_ws(' ', l.full_name, l.source, cp.status, cp.source, l.owner_id = "
                        + seller.personId() + ") from campaign_participant cp join lead l on l.id = cp.lead_id"))
                .isEqualTo("Ann Walk Sample campaign ATTENDED CHECK_IN t");
        mvc.perform(get("/marketing/campaigns/{id}/check-in", campaign)
                        .param("q", "ann walk")
                        .with(signedIn(seller)))
                .andExpect(content().string(containsString("Undo: Ann Walk")));
    }

    private ResultActions door(Viewer viewer, String path) throws Exception {
        return mvc.perform(get("/marketing/campaigns/{id}/" + path, campaign).with(signedIn(viewer)));
    }

    private ResultActions arrive(Viewer viewer, String path) throws Exception {
        return mvc.perform(post("/marketing/campaigns/{id}/" + path, campaign)
                .param("ids", "" + first())
                .with(signedIn(viewer))
                .with(csrf()));
    }

    private ResultActions walkIn(Viewer viewer, String name) throws Exception {
        return mvc.perform(post("/marketing/campaigns/{id}/walk-ins", campaign)
                .param("fullName", name)
                .param("company", "Walk and sons")
                .with(signedIn(viewer))
                .with(csrf()));
    }

    /** Whatever is done in whatever order: the maintained figures are those of a full count, and no time that was noted is lost. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theFiguresAreThoseOfAFullCount(long seed) throws Exception {
        company.grow(12);
        become("RUNNING");
        Random random = new Random(seed);
        List<ParticipantStatus> statuses = List.of(ParticipantStatus.values());
        for (int i = 0; i < 40; i++) {
            List<Long> ids = new ArrayList<>(database.sql("select id from campaign_participant order by id")
                    .query(Long.class)
                    .list());
            ids.removeIf(id -> random.nextInt(3) > 0);
            ChooseParticipants some = new ChooseParticipants(ids, null, null, null);
            ParticipantStatus to = statuses.get(1 + random.nextInt(statuses.size() - 1));
            switch (random.nextInt(8)) {
                case 0 -> many("contact", "all", "true");
                case 1 ->
                    steps.remove(
                            manager,
                            new ChooseParticipants(ids.stream().limit(2).toList(), null, null, null));
                case 2 -> steps.stepBack(manager, some);
                default -> {
                    String before = rows(ids);
                    List<Long> moved = held(ids, to);
                    steps.move(manager, some, to);
                    steps.stepBack(manager, new ChooseParticipants(moved, null, null, null));
                    assertThat(rows(ids)).isEqualTo(before);
                    steps.move(manager, some, to);
                }
            }
            assertThat(counted()).isEqualTo(fullCount());
        }
    }

    /** Those of them that may come to it. */
    private List<Long> held(List<Long> ids, ParticipantStatus to) {
        return database.sql("select id from campaign_participant where id = any(:ids) and status = any(:from) and "
                        + to.column() + " is null")
                .param("ids", ids.toArray(Long[]::new))
                .param("from", to.before().toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    private String rows(List<Long> ids) {
        return database.sql("""
                        select id, status, invited_at, registered_at, no_show_at, attended_at, responded_at
                        from campaign_participant where id = any(:ids) order by id""")
                .param("ids", ids.toArray(Long[]::new))
                .query()
                .listOfRows()
                .toString();
    }

    private ResultActions add(String who, String status) throws Exception {
        return mvc.perform(post("/marketing/campaigns/{id}/participants", campaign)
                .param("who", who)
                .param("status", status)
                .with(signedIn(manager))
                .with(csrf()));
    }

    private ResultActions move(String status, String parameter, String value) throws Exception {
        return mvc.perform(post("/marketing/participants/statuses")
                .param("status", status)
                .param(parameter, value)
                .with(signedIn(manager))
                .with(csrf()));
    }

    /** Adds many to the campaign from a list; gives the run. */
    private long many(String noun, String... parameters) throws Exception {
        var request = post("/lists/{noun}/bulk/campaign/runs", noun).param("campaignId", "" + campaign);
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        mvc.perform(request.with(signedIn(manager)).with(csrf())).andExpect(status().is3xxRedirection());
        return Long.parseLong(read("select max(id) from bulk_run"));
    }

    private String outcomes(long run) {
        return String.valueOf(
                database.sql("""
                        select concat('null ', count(*) filter (where outcome = 'DONE'),
                            (select string_agg(', ' || reason || ' ' || n, '' order by reason)
                             from (select reason, count(*) as n from bulk_row where run_id = :run and outcome = 'REFUSED' group by reason) x))
                        from bulk_row where run_id = :run""").param("run", run).query(String.class).single());
    }

    private String counted() {
        return figures("select status, people as n from campaign_count where people <> 0 and campaign_id = :campaign");
    }

    private String fullCount() {
        return figures(
                "select status, count(*) as n from campaign_participant where campaign_id = :campaign group by status");
    }

    private String figures(String sql) {
        return database.sql("select coalesce(string_agg(status || ' ' || n, ', ' order by status), '') from (" + sql
                        + ") x")
                .param("campaign", campaign)
                .query(String.class)
                .single();
    }

    private long first() {
        return Long.parseLong(read("select min(id) from campaign_participant"));
    }

    private String read(String sql) {
        return database.sql(sql).query(String.class).single();
    }

    private void become(String state) {
        database.sql("select set_config('trivium.passage', 'test', true)")
                .query(String.class)
                .single();
        database.sql("update campaign set state = ?, approved_at = now() where id = ?")
                .params(state, campaign)
                .update();
    }
}
