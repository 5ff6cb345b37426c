package org.triviumcrm.sales.competitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.net.URI;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** What is known of a competitor is for everybody who sells; how it goes against it is told of what one sees. */
@IntegrationTest
class RivalTests {

    private static final long GLOBEX = 990_001;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    RivalryService rivals;

    private Viewer ann;
    private Viewer bob;
    private Viewer manager;

    @BeforeEach
    void company() {
        long west = accounts.team("West", null);
        ann = accounts.representative(west);
        bob = accounts.representative(west);
        manager = accounts.viewer(accounts.manager(west).personId());
        database.sql(
                        "insert into pipeline (id, name, position, created_at, updated_at) values (1, 'P', 1, now(), now())")
                .update();
        stage(11, "Early", 1, "OPEN");
        stage(14, "Won", 3, "WON");
        stage(15, "Lost", 4, "LOST");
        database.sql(
                        "insert into lost_reason (id, name, position, created_at, updated_at) values (990001, 'Too dear', 9, now(), now())")
                .update();
        competitor(GLOBEX, "Globex");
        competitor(GLOBEX + 1, "Initech");
        LocalDate month = LocalDate.now(ann.zone()).withDayOfMonth(1);
        deal(1, ann, "WON", 100, month, GLOBEX);
        deal(2, ann, "LOST", 40, month.minusMonths(2), GLOBEX);
        deal(3, bob, "LOST", 70, month.minusMonths(2), GLOBEX);
        deal(4, bob, "LOST", 9, month.minusMonths(13), GLOBEX);
        deal(5, ann, "OPEN", 500, null, GLOBEX);
        deal(6, bob, "OPEN", 600, null, GLOBEX);
        deal(7, bob, "WON", 5, month, GLOBEX + 1);
        deal(8, ann, "LOST", 77, month, null);
    }

    @Test
    void tellsHowItGoesOfWhatOneSees() throws Exception {
        Rivalry all = rivals.of(manager, GLOBEX);
        assertThat(all.record().won()).isEqualTo(1);
        assertThat(all.record().lost())
                .as("not what is longer ago than twelve months")
                .isEqualTo(2);
        assertThat(all.record().lostAmount()).isEqualByComparingTo("110");
        assertThat(all.record().rate()).isEqualTo(33);
        assertThat(all.record().openAmount()).isEqualByComparingTo("1100");
        assertThat(all.months()).extracting(Rivalry.Month::lost).containsExactly(2L, 0L);
        assertThat(all.open()).extracting(Rivalry.Open::name).containsExactly("Deal 6", "Deal 5");
        assertThat(all.losses()).extracting(Rivalry.Loss::name).containsExactly("Deal 3", "Deal 2", "Deal 4");
        assertThat(rivals.of(ann, GLOBEX).record().lost()).isEqualTo(1);
        assertThat(rivals.of(ann, GLOBEX).losses())
                .extracting(Rivalry.Loss::name)
                .containsExactly("Deal 2");

        for (Viewer viewer : java.util.List.of(ann, manager)) {
            for (Rivalry.Record record : rivals.all(viewer)) {
                assertThat(rows(viewer, record.wonHref())).isEqualTo(record.won());
                assertThat(rows(viewer, record.lostHref())).isEqualTo(record.lost());
                assertThat(rows(viewer, record.openHref())).isEqualTo(record.open());
            }
        }
        for (Rivalry.Month month : all.months()) {
            assertThat(rows(manager, all.record().monthHref(month, "LOST"))).isEqualTo(month.lost());
        }
    }

    /** Ann lost 40, Bob 70 within the year; 9 is longer ago, and nobody named a product. */
    @Test
    void tellsWhereOneLosesAndEachFigureLeadsToItsRows() throws Exception {
        for (Viewer viewer : java.util.List.of(ann, manager)) {
            Rivalry seen = rivals.of(viewer, GLOBEX);
            for (String cut : new String[] {"lostReason", "product", "lostStage", "owner"}) {
                assertThat(seen.lostBy(cut).stream()
                                .mapToLong(Rivalry.Lost::count)
                                .sum())
                        .isEqualTo(seen.record().lost());
            }
            for (Rivalry.Lost lost : seen.lost()) {
                assertThat(rows(viewer, seen.record().lostHref(lost)))
                        .as("%s", lost)
                        .isEqualTo(lost.count());
            }
        }
        Rivalry all = rivals.of(manager, GLOBEX);
        assertThat(all.lostBy("owner"))
                .extracting(Rivalry.Lost::name, lost -> lost.amount().intValue())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(bob.name(), 70),
                        org.assertj.core.api.Assertions.tuple(ann.name(), 40));
        assertThat(all.lostBy("product")).extracting(Rivalry.Lost::name).containsExactly((String) null);
        assertThat(rivals.of(manager, GLOBEX + 1).lost()).isEmpty();
        mvc.perform(get("/sales/competitors/" + GLOBEX).with(signedIn(manager)))
                .andExpect(content().string(containsString("Where we lose to them")));
        mvc.perform(get("/sales/competitors/" + (GLOBEX + 1)).with(signedIn(manager)))
                .andExpect(content().string(containsString("Nothing was lost to them within twelve months.")));
    }

    /** Twelve more reasons, each of one deal of 1: ten are shown, the first of them with the 110 that were lost before. */
    @Test
    void whatACutDoesNotShowIsItsLastRow() throws Exception {
        assertThat(rivals.of(manager, GLOBEX).restOf("lostReason")).isNull();
        LocalDate month = LocalDate.now(ann.zone()).withDayOfMonth(1);
        for (int at = 1; at <= 12; at++) {
            database.sql("insert into lost_reason (id, name, position, created_at, updated_at) values ("
                            + (990_100 + at) + ", 'Reason " + at + "', 9, now(), now())")
                    .update();
            deal(100 + at, ann, "LOST", 1, month, GLOBEX);
            database.sql("update opportunity set lost_reason_id = " + (990_100 + at) + " where name = 'Deal "
                            + (100 + at) + "'")
                    .update();
        }
        Rivalry seen = rivals.of(manager, GLOBEX);
        assertThat(seen.lostBy("lostReason")).hasSize(10);
        assertThat(seen.restOf("lostReason")).isNotNull().satisfies(rest -> {
            assertThat(rest.count()).isEqualTo(3);
            assertThat(rest.amount()).isEqualByComparingTo("3");
        });
        assertThat(seen.restOf("owner")).isNull();
        mvc.perform(get("/sales/competitors/" + GLOBEX).with(signedIn(manager)))
                .andExpect(content().string(containsString("All others")));
    }

    @Test
    void isWrittenByWhoKeepsTheListAndReadByAll() throws Exception {
        mvc.perform(post("/administration/competitors/" + GLOBEX)
                        .param("name", "Globex")
                        .param("website", "globex")
                        .param("strengths", "Everywhere")
                        .param("active", "true")
                        .param("version", "0")
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("begins with https://")))
                .andExpect(content().string(containsString("Everywhere")));
        mvc.perform(post("/administration/competitors/" + GLOBEX)
                        .param("name", "Globex")
                        .param("website", "https://globex.example")
                        .param("answers", "Ask who comes at night")
                        .param("active", "true")
                        .param("version", "0")
                        .with(signedIn(manager))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/sales/competitors/" + GLOBEX).with(signedIn(ann)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ask who comes at night")))
                .andExpect(content().string(containsString("Too dear")))
                .andExpect(content().string(not(containsString("Deal 3"))))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/search?q=globe").with(signedIn(ann)))
                .andExpect(content().string(containsString("/sales/competitors/" + GLOBEX)));
        mvc.perform(get("/sales/competitors").with(signedIn(accounts.serviceAgent())))
                .andExpect(status().isForbidden());
        mvc.perform(get("/sales/competitors/4711").with(signedIn(ann))).andExpect(status().isNotFound());
    }

    private long rows(Viewer viewer, String href) throws Exception {
        String page = mvc.perform(get(URI.create(href)).with(signedIn(viewer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Pattern.compile("href=\"/sales/opportunities/\\d+\"")
                .matcher(page)
                .results()
                .map(found -> found.group())
                .distinct()
                .count();
    }

    private void competitor(long id, String name) {
        database.sql("insert into competitor (id, name, created_at, updated_at) values (?, ?, now(), now())")
                .params(id, name)
                .update();
    }

    private void deal(
            int id, Viewer owner, String state, int amount, @Nullable LocalDate closed, @Nullable Long competitor) {
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, amount, currency, base_amount, probability,
                            opened_on, stage_entered_at, owner_id, team_id, closed_on, competitor_id, lost_reason_id, created_at, updated_at)
                        values (:id + 990000, 'Deal ' || :id, 1, :stage, :state, :amount, 'USD', :amount, 50, date '2020-01-01', now(), :owner, :team,
                            :closed, :competitor, case when :state = 'LOST' then 990001 end, now(), now())""")
                .param("id", id)
                .param("stage", state.equals("OPEN") ? 11 : state.equals("WON") ? 14 : 15)
                .param("state", state)
                .param("amount", amount)
                .param("owner", owner.personId())
                .param("team", owner.teamId())
                .param("closed", closed, java.sql.Types.DATE)
                .param("competitor", competitor, java.sql.Types.BIGINT)
                .update();
    }

    private void stage(int id, String name, int position, String kind) {
        database.sql("""
                        insert into stage (id, pipeline_id, name, position, kind, probability, expected_days, conversion, basis, created_at, updated_at)
                        values (?, 1, ?, ?, ?, 50, 30, 50, 'SET', now(), now())""").params(id, name, position, kind).update();
    }
}
