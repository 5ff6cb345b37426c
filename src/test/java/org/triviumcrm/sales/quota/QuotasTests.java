package org.triviumcrm.sales.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.QuotaMeasure;
import org.triviumcrm.sales.QuotaSubject;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** What is to be reached, how it is divided, and what counts for whom. */
@IntegrationTest
class QuotasTests {

    private static final int YEAR = LocalDate.now().getYear();
    private static final Period WHOLE = Period.year(YEAR);

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    QuotaService quotas;

    @Autowired
    Attainments attainments;

    private long west;
    private long coast;
    private Viewer manager;
    private Viewer ann;
    private Viewer bob;
    private Viewer admin;

    @BeforeEach
    void company() {
        west = accounts.team("West", null);
        coast = accounts.team("Coast", west);
        ann = accounts.representative(west);
        bob = accounts.representative(coast);
        manager = accounts.viewer(accounts.manager(west).personId());
        admin = accounts.administrator();
        database.sql(
                        "insert into pipeline (id, name, position, created_at, updated_at) values (1, 'P', 1, now(), now())")
                .update();
        stage(11, "Early", 1, "OPEN");
        stage(14, "Won", 3, "WON");
        won(1, ann, "100.01", 1);
        won(2, bob, "50", 2);
    }

    @Test
    void countsSharesForWhoHasThem() {
        split(1, List.of(ann.personId(), bob.personId()), List.of("50", "50"));
        assertThat(attained(manager, QuotaSubject.PERSON, ann.personId())).isEqualByComparingTo("50.01");
        assertThat(attained(manager, QuotaSubject.PERSON, bob.personId())).isEqualByComparingTo("100.00");
        // a share is the team's of its person: half of Ann's goes to the coast, all of it is still West's
        assertThat(attained(manager, QuotaSubject.TEAM, coast)).isEqualByComparingTo("100.00");
        assertThat(attained(manager, QuotaSubject.TEAM, west)).isEqualByComparingTo("150.01");
        assertThat(attained(admin, QuotaSubject.COMPANY, 0)).isEqualByComparingTo("150.01");
        // Bob sees nothing of Ann's opportunity, but his share of it is his
        assertThat(attained(bob, QuotaSubject.PERSON, bob.personId())).isEqualByComparingTo("100.00");
    }

    /** A list where its rows count whole, else the page of what counts. */
    @Test
    void leadsToTheRowsOfWhatItIsMeasuredIn() {
        String day = YEAR + "-01-01.." + YEAR + "-12-31";
        assertThat(link(QuotaMeasure.WON, QuotaSubject.PERSON, ann.personId()))
                .isEqualTo("/sales/quotas/PERSON/" + ann.personId() + "/rows?period=" + YEAR + "&measure=WON");
        assertThat(link(QuotaMeasure.WON, QuotaSubject.COMPANY, 0))
                .isEqualTo("/sales/opportunities?f.state=WON&f.closedOn=" + day);
        assertThat(link(QuotaMeasure.SIGNED, QuotaSubject.COMPANY, 0)).isEqualTo("/sales/contracts?f.signedOn=" + day);
        assertThat(link(QuotaMeasure.RECEIVED, QuotaSubject.TEAM, coast))
                .isEqualTo("/sales/quotas/TEAM/" + coast + "/rows?period=" + YEAR + "&measure=RECEIVED");
        assertThat(link(QuotaMeasure.RECEIVED, QuotaSubject.COMPANY, 0))
                .isEqualTo("/sales/receipts?f.receivedOn=" + day);
        assertThat(QuotaLinks.rows(
                        new QuotaFilter(null, null, QuotaMeasure.SIGNED, 1L),
                        quotas.node(admin, QuotaSubject.COMPANY, 0),
                        WHOLE))
                .isEqualTo("/sales/quotas/COMPANY/0/rows?period=" + YEAR + "&measure=SIGNED&pipeline=1");
    }

    private String link(QuotaMeasure measure, QuotaSubject subject, long id) {
        String link =
                QuotaLinks.rows(new QuotaFilter(null, null, measure, null), quotas.node(admin, subject, id), WHOLE);
        return java.net.URLDecoder.decode(String.valueOf(link), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void theListsTakeThoseLinksAndMonthsShowThemWithoutOne() throws Exception {
        for (QuotaMeasure measure : QuotaMeasure.values()) {
            mvc.perform(get(link(measure, QuotaSubject.TEAM, west)).with(signedIn(admin)))
                    .andExpect(status().isOk());
            mvc.perform(get("/sales/quotas/COMPANY/0?pipeline=1&measure=" + measure)
                            .with(signedIn(admin)))
                    .andExpect(status().isOk());
        }
    }

    @Test
    void isDividedOverMonthsAndOverThoseBelowToTheLastCent() throws Exception {
        String page = form(manager, west, "year", "1000.01", "act", "EVENLY")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("value=\"83.34\"", "value=\"83.33\"", "value=\"250.02\"");
        save(manager, west, "1000.01").andExpect(status().is3xxRedirection());
        divide(manager, west, "2", "1").andExpect(status().is3xxRedirection());

        Quotas own = of(manager, QuotaSubject.TEAM, west);
        QuotaNode node = quotas.node(manager, QuotaSubject.TEAM, west);
        assertThat(node.below()).extracting(QuotaNode::name).startsWith("Coast").contains(ann.name());
        Quotas.all(YEAR).forEach(period -> {
            BigDecimal sum = node.below().stream()
                    .map(one -> of(manager, one.subject(), one.id()).of(period))
                    .filter(java.util.Objects::nonNull)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as("%s", period).isEqualByComparingTo(own.of(period));
        });

        // whatever differs afterwards is shown
        form(manager, coast, "year", "900").andExpect(status().is3xxRedirection());
        QuotaCell cell = quotas.page(manager, filter(QuotaSubject.TEAM)).rows().stream()
                .filter(row -> row.node().id() == west)
                .findFirst()
                .orElseThrow()
                .cells()
                .get(0);
        assertThat(cell.below()).isEqualByComparingTo("233.35");
        assertThat(cell.percent()).isEqualByComparingTo("15");
    }

    @Test
    void refusesWhatIsNoQuotaAndKeepsWhatWasTyped() throws Exception {
        form(manager, west, "months[3]", "-5", "year", "lots")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"-5\"")))
                .andExpect(content().string(containsString("value=\"lots\"")));
        form(manager, west, "act", "SEASON").andExpect(status().isUnprocessableContent());
        divide(manager, west, "1", "1")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("There is no quota for the whole year to divide yet.")));
        save(manager, west, "10").andExpect(status().is3xxRedirection());
        divide(manager, west, "0", "").andExpect(status().isUnprocessableContent());
        form(ann, west, "year", "10").andExpect(status().isForbidden());
        form(accounts.manager(accounts.team("East", null)), west, "year", "10").andExpect(status().isNotFound());
        for (String address : List.of("/sales/quotas/COMPANY/0", "/sales/quotas/TEAM/" + west)) {
            mvc.perform(get(address).with(signedIn(bob))).andExpect(status().isNotFound());
        }
        for (String address : List.of(
                "/sales/quotas", "/sales/quotas/PERSON/" + bob.personId(), "/sales/quotas?by=WHAT&period=then")) {
            mvc.perform(get(address).with(signedIn(bob))).andExpect(status().isOk());
        }
        for (QuotaSubject kind : QuotaSubject.values()) {
            mvc.perform(get("/sales/quotas")
                            .param("by", kind.name())
                            .param("period", YEAR + "-Q1")
                            .with(signedIn(admin)))
                    .andExpect(status().isOk());
        }
    }

    private QuotaFilter filter(@Nullable QuotaSubject by) {
        return new QuotaFilter(WHOLE.toString(), by, null, null);
    }

    private BigDecimal attained(Viewer viewer, QuotaSubject subject, long id) {
        QuotaNode node = quotas.node(viewer, subject, id);
        return Attainments.sum(
                attainments.of(
                        viewer,
                        filter(null),
                        node,
                        WHOLE.start(),
                        WHOLE.next().start().minusMonths(1)),
                WHOLE);
    }

    private Quotas of(Viewer viewer, QuotaSubject subject, long id) {
        return quotas.of(viewer, filter(null), quotas.node(viewer, subject, id), YEAR);
    }

    private ResultActions form(Viewer viewer, long team, String... fields) throws Exception {
        var request = post("/sales/quotas/TEAM/" + team + "/edit").param("period", WHOLE.toString());
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return mvc.perform(request.with(signedIn(viewer)).with(csrf()));
    }

    private ResultActions save(Viewer viewer, long team, String year) throws Exception {
        Quotas spread = QuotaShares.overMonths(
                YEAR,
                new BigDecimal(year),
                java.util.Collections.nCopies(12, BigDecimal.ONE),
                org.triviumcrm.shared.money.Rounding.of("USD"));
        SaveQuota input = SaveQuota.of(YEAR, spread);
        List<String> fields = new java.util.ArrayList<>(List.of("year", year));
        for (int at = 0; at < 12; at++) {
            fields.addAll(
                    List.of("months[" + at + "]", input.getMonths().get(at).toPlainString()));
        }
        for (int at = 0; at < 4; at++) {
            fields.addAll(
                    List.of("quarters[" + at + "]", input.getQuarters().get(at).toPlainString()));
        }
        return form(viewer, team, fields.toArray(String[]::new));
    }

    private ResultActions divide(Viewer viewer, long team, String... parts) throws Exception {
        var request = post("/sales/quotas/TEAM/" + team + "/division").param("period", WHOLE.toString());
        for (int at = 0; at < parts.length; at++) {
            request.param("parts[" + at + "]", parts[at]);
        }
        return mvc.perform(request.with(signedIn(viewer)).with(csrf()));
    }

    private void split(long deal, List<Long> people, List<String> percents) {
        for (int at = 0; at < people.size(); at++) {
            database.sql("""
                            insert into opportunity_split (id, opportunity_id, number, person_id, percent, since, cause, fixed_at)
                            values (nextval('opportunity_split_seq'), ?, 1, ?, ?, now(), 'SET', now())""")
                    .params(deal, people.get(at), new BigDecimal(percents.get(at)))
                    .update();
        }
        database.sql("select opportunity_split_value(?)")
                .param(deal)
                .query(Object.class)
                .optional();
    }

    private void won(int id, Viewer owner, String amount, int month) {
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, amount, currency, base_amount, probability,
                            opened_on, stage_entered_at, owner_id, team_id, closed_on, created_at, updated_at)
                        values (:id, 'Deal ' || :id, 1, 14, 'WON', :amount, 'USD', :amount, 100, :day, now(), :owner, :team, :day, now(), now())""")
                .param("id", id)
                .param("amount", new BigDecimal(amount))
                .param("owner", owner.personId())
                .param("team", owner.teamId())
                .param("day", LocalDate.of(YEAR, month, 15))
                .update();
    }

    private void stage(int id, String name, int position, String kind) {
        database.sql("""
                        insert into stage (id, pipeline_id, name, position, kind, probability, expected_days, conversion, basis, created_at, updated_at)
                        values (?, 1, ?, ?, ?, 50, 30, 50, 'SET', now(), now())""").params(id, name, position, kind).update();
    }
}
