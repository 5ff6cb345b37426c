package org.triviumcrm.marketing.audience;

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

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
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

/** People are put on target lists, opt out of them, are taken off, and go into campaigns from there. */
@IntegrationTest
class AudiencesTests {

    private static final String PATH = "/marketing/audiences/";

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    @Autowired
    AudienceStepService steps;

    private Viewer manager;
    private long audience;

    @BeforeEach
    void aListWithOneContact() {
        company.found();
        manager = accounts.marketingManager();
        audience = company.id("audience");
    }

    @Test
    void oneIsMadeChangedAndDeleted() throws Exception {
        send("/marketing/audiences", "version", "0", "name", " ", "ownerId", "" + manager.personId())
                .andExpect(status().isUnprocessableContent());
        send(
                        "/marketing/audiences",
                        "version",
                        "0",
                        "name",
                        "Clinics",
                        "note",
                        "For spring",
                        "ownerId",
                        "" + manager.personId())
                .andExpect(status().is3xxRedirection());
        entities.flush();
        long made = Long.parseLong(read("select id from audience where name = 'Clinics'"));
        assertThat(read("select concat_ws('/', name, note, owner_id, created_by) from audience where id = " + made))
                .isEqualTo("Clinics/For spring/%1$d/%1$d".formatted(manager.personId()));
        show(made).andExpect(content().string(containsString("Nobody is on it yet")));
        send(PATH + made, "name", "Doctors", "ownerId", "" + manager.personId(), "version", "0")
                .andExpect(redirectedUrl(PATH + made));
        entities.flush();
        show(made).andExpect(content().string(containsString("Doctors")));
        send(PATH + made + "/deletion").andExpect(redirectedUrl("/marketing/audiences"));
        entities.flush();
        show(made).andExpect(status().isNotFound());
    }

    @Test
    void whoHasOptedOutStaysKnownAndIsNeverAddedAgain() throws Exception {
        add("lead:" + company.id("lead")).andExpect(redirectedUrl(PATH + audience));
        add("lead:" + company.id("lead")).andExpect(content().string(containsString("Is on this list already")));
        assertThat(counted()).isEqualTo("CONTACT f 1, LEAD f 1");
        long lead = Long.parseLong(read("select id from audience_member where kind = 'LEAD'"));
        step("opt-outs", lead).andExpect(flash().attribute("notice", "marketing.audience.noted"));
        assertThat(counted()).isEqualTo("CONTACT f 1, LEAD t 1");
        add("lead:" + company.id("lead"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Has opted out of this list")));
        step("removals", lead).andExpect(flash().attribute("problem", "marketing.audience.error.none"));
        long run = many("lead", "all", "true");
        assertThat(outcomes(run)).isEqualTo("0, marketing.audience.refused.optedOut 1");
        show(audience).andExpect(content().string(containsString("1 has opted out")));

        step("opt-ins", lead).andExpect(flash().attribute("notice", "marketing.audience.optedIn"));
        assertThat(counted()).isEqualTo("CONTACT f 1, LEAD f 1");
        database.sql("update lead set no_email = true, no_call = true").update();
        step("removals", lead);
        add("lead:" + company.id("lead")).andExpect(content().string(containsString("neither e-mails nor calls")));
    }

    @Test
    void allThatAListFindsComesInAndCanBeTakenBack() throws Exception {
        company.grow(9);
        long run = many("customer", "all", "true", "contacts", "true");
        assertThat(outcomes(run))
                .as("all contacts of the first are there, the others have none")
                .isEqualTo("0, marketing.audience.refused.there 1, marketing.participant.refused.nobody 9");
        database.sql("delete from audience_member").update();
        run = many("contact", "all", "true");
        assertThat(outcomes(run)).isEqualTo("10");
        database.sql(
                        "update audience_member set opted_out_at = now() where id in (select max(id) from audience_member)")
                .update();
        send("/bulk-runs/" + run + "/undo");
        assertThat(counted()).as("whoever has opted out stays known").isEqualTo("CONTACT t 1");
    }

    @Test
    void whoIsTakenOffCanBePutBack() throws Exception {
        company.grow(3);
        assertThat(counted()).isEqualTo("CONTACT f 4");
        String others =
                "select string_agg(contact_id || source || created_at, ',' order by contact_id) from audience_member"
                        + " where contact_id <> " + company.id("contact");
        String before = read(others);
        step("removals", members()).andExpect(flash().attributeExists("noticeUndo"));
        assertThat(counted()).isEmpty();
        show(audience).andExpect(content().string(containsString("Removed lately")));
        add("contact:" + company.id("contact"));
        long removal = Long.parseLong(read("select id from audience_removal"));
        Viewer seller = accounts.representative(null);
        mvc.perform(post(PATH + "members/removals/undoing")
                        .param("ids", "" + removal)
                        .with(signedIn(seller))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        step("removals/undoing", removal).andExpect(flash().attribute("noticeArgument", 3));
        assertThat(counted()).isEqualTo("CONTACT f 4");
        assertThat(read(others)).isEqualTo(before);
        step("removals/undoing", removal).andExpect(flash().attribute("problem", "marketing.audience.error.restored"));
    }

    @Test
    void aWholeListGoesIntoACampaignButForThoseWhoHaveOptedOut() throws Exception {
        company.grow(4);
        add("lead:" + company.id("lead"));
        database.sql("delete from campaign_participant").update();
        step("opt-outs", members().subList(0, 1));
        send(PATH + audience + "/uses").andExpect(status().isUnprocessableContent());
        send(PATH + audience + "/uses", "campaignId", "" + company.id("campaign"))
                .andExpect(redirectedUrl("/bulk-runs"));
        List<Long> runs = database.sql("select id from bulk_run where action = 'campaign' order by id desc limit 2")
                .query(Long.class)
                .list();
        assertThat(runs.stream().map(this::outcomes))
                .containsExactlyInAnyOrder("1", "4, marketing.audience.refused.optedOut 1");
        assertThat(read("select string_agg(distinct source, ',') from campaign_participant"))
                .isEqualTo("LIST");
        show(audience).andExpect(content().string(containsString("/marketing/campaigns/" + company.id("campaign"))));
        mvc.perform(get("/marketing/audiences").with(signedIn(manager))).andExpect(status().isOk());
        send("/bulk-runs/" + runs.get(0) + "/undo");
        send("/bulk-runs/" + runs.get(1) + "/undo");
        assertThat(read("select count(*) from campaign_participant")).isEqualTo("0");

        database.sql("select set_config('trivium.passage', 'test', true)")
                .query(String.class)
                .single();
        database.sql("update campaign set state = 'CANCELLED' where id = ?")
                .param(company.id("campaign"))
                .update();
        send(PATH + audience + "/uses", "campaignId", "" + company.id("campaign"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("cancelled")));
    }

    @Test
    void thoseOfAnotherListComeButForWhoHasOptedOutOfEither() throws Exception {
        company.grow(4);
        long other = Long.parseLong(read("select max(id) from audience"));
        step("opt-outs", members().subList(0, 1));
        send(PATH + audience + "/copies", "fromId", "" + audience)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("this list itself")));
        send(PATH + other + "/copies", "fromId", "" + audience).andExpect(status().is3xxRedirection());
        assertThat(outcomes(newestRun())).isEqualTo("4, marketing.audience.refused.optedOut 1");
        assertThat(read("select string_agg(distinct source, ',') from audience_member where audience_id = " + other))
                .isEqualTo("LIST");
        show(other).andExpect(content().string(containsString("4 people")));
    }

    @Test
    void aRecordThatIsDeletedLeavesItsLists() throws Exception {
        add("lead:" + company.id("lead"));
        assertThat(counted()).isEqualTo("CONTACT f 1, LEAD f 1");
        database.sql("delete from lead").update();
        assertThat(counted()).isEqualTo("CONTACT f 1");
    }

    @Test
    void whatOneMayNotSeeIsNotThere() throws Exception {
        add("lead:" + company.id("lead"));
        database.sql("update role_access set level = 'OWN' where record_type = 'audience'")
                .update();
        Viewer seller = accounts.person("sales_manager", null);
        mvc.perform(get(PATH + audience).with(signedIn(seller))).andExpect(status().isNotFound());
        mvc.perform(get(PATH + "members").with(signedIn(seller)))
                .andExpect(content().string(not(containsString("Sample contact"))));
        database.sql("update role_access set level = 'ALL' where record_type = 'audience'")
                .update();
        database.sql("update role_access set level = 'OWN' where record_type = 'lead'")
                .update();
        Viewer all = accounts.person("sales_manager", null);
        mvc.perform(get(PATH + "members?f.audience=" + audience).with(signedIn(all)))
                .andExpect(content().string(containsString("Sample contact")))
                .andExpect(content().string(not(containsString("Sample lead"))))
                .andExpect(content().string(not(containsString("/opt-outs"))));
        mvc.perform(get(PATH + audience).with(signedIn(all)))
                .andExpect(content().string(containsString("2 people")))
                .andExpect(content().string(containsString("whom you may see")));
    }

    /** Whatever is done in whatever order: the maintained figures are those of a full count. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theFiguresAreThoseOfAFullCount(long seed) throws Exception {
        company.grow(8);
        Random random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            List<Long> ids = new ArrayList<>(members());
            ids.removeIf(id -> random.nextInt(3) > 0);
            ChooseMembers some = new ChooseMembers(ids, null, null);
            switch (random.nextInt(5)) {
                case 0 -> many(random.nextBoolean() ? "contact" : "lead", "all", "true");
                case 1 -> steps.remove(manager, some);
                case 2 -> steps.optOut(manager, some);
                case 3 -> steps.optIn(manager, some);
                default ->
                    steps.restore(
                            manager,
                            database.sql("select id from audience_removal order by id limit 1")
                                    .query(Long.class)
                                    .list());
            }
            assertThat(counted()).isEqualTo(figures("""
                            select kind, opted_out, count(*) as people from audience_member where audience_id = :audience
                            group by kind, opted_out"""));
        }
    }

    private ResultActions show(long id) throws Exception {
        return mvc.perform(get(PATH + id).with(signedIn(manager)));
    }

    private ResultActions add(String who) throws Exception {
        return send(PATH + audience + "/members", "who", who);
    }

    private ResultActions step(String what, long id) throws Exception {
        return step(what, List.of(id));
    }

    private ResultActions step(String what, List<Long> ids) throws Exception {
        return send(
                PATH + "members/" + what,
                "ids",
                ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /** Adds many to the list from another one; gives the run. */
    private long many(String noun, String... parameters) throws Exception {
        List<String> all = new ArrayList<>(List.of(parameters));
        all.addAll(List.of("audienceId", "" + audience));
        send("/lists/" + noun + "/bulk/audience/runs", all.toArray(String[]::new))
                .andExpect(status().is3xxRedirection());
        return newestRun();
    }

    private ResultActions send(String path, String... parameters) throws Exception {
        var request = post(path);
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return mvc.perform(request.with(signedIn(manager)).with(csrf()));
    }

    private long newestRun() {
        return Long.parseLong(read("select max(id) from bulk_run"));
    }

    private List<Long> members() {
        return database.sql("select id from audience_member where audience_id = ? order by id")
                .param(audience)
                .query(Long.class)
                .list();
    }

    private String outcomes(long run) {
        return database.sql("""
                        select concat(count(*) filter (where outcome = 'DONE'),
                            (select string_agg(', ' || reason || ' ' || n, '' order by reason)
                             from (select reason, count(*) as n from bulk_row where run_id = :run and outcome = 'REFUSED' group by reason) x))
                        from bulk_row where run_id = :run""").param("run", run).query(String.class).single();
    }

    private String counted() {
        return figures(
                "select kind, opted_out, people from audience_count where people <> 0 and audience_id = :audience");
    }

    private String figures(String sql) {
        return database.sql(
                        "select coalesce(string_agg(concat_ws(' ', kind, opted_out, people), ', ' order by kind, opted_out), '')"
                                + " from (" + sql + ") x")
                .params(Map.of("audience", audience))
                .query(String.class)
                .single();
    }

    private String read(String sql) {
        return database.sql(sql).query(String.class).single();
    }
}
