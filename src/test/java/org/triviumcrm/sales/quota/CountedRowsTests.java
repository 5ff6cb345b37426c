package org.triviumcrm.sales.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.AttainedRow;
import org.triviumcrm.sales.QuotaMeasure;
import org.triviumcrm.sales.QuotaSubject;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SignedContracts;

/** Whatever was attained, by whomever: its rows, page by page, add up to it. */
@IntegrationTest
class CountedRowsTests {

    private static final int YEAR = LocalDate.now().getYear();
    private static final Period WHOLE = Period.year(YEAR);
    private static final int DEALS = 40;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    @Autowired
    QuotaService quotas;

    @Autowired
    Attainments attainments;

    private final Random random = new Random(20261130);
    private final List<Viewer> people = new ArrayList<>();
    private Viewer manager;
    private Viewer admin;
    private long west;

    @BeforeEach
    void wonSignedAndReceived() {
        company.found();
        company.endCase();
        west = accounts.team("West", null);
        long coast = accounts.team("Coast", west);
        long east = accounts.team("East", null);
        for (Long team : List.of(west, coast, coast, east)) {
            people.add(accounts.representative(team));
        }
        manager = accounts.viewer(accounts.manager(west).personId());
        admin = accounts.administrator();
        database.sql(
                        "insert into territory (id, name, parent_id, created_at, updated_at) values (990001, 'North', null, now(), now()), (990002, 'Upper North', 990001, now(), now())")
                .update();
        database.sql(
                        "insert into product (id, name, active, created_at, updated_at) values (990001, 'Press', true, now(), now()), (990002, 'Care', true, now(), now())")
                .update();
        for (int at = 0; at < DEALS; at++) {
            deal(990100 + at);
        }
        for (int at = 0; at < DEALS; at += 2) {
            contract(990100 + at);
        }
    }

    @Test
    void addUpToWhatWasAttained() {
        int many = 0;
        for (Viewer viewer : List.of(admin, manager, people.get(0), people.get(1), people.get(3))) {
            for (QuotaMeasure measure : QuotaMeasure.values()) {
                for (Long pipeline : new Long[] {null, company.id("pipeline")}) {
                    QuotaFilter filter = new QuotaFilter(null, null, measure, pipeline);
                    for (QuotaNode node : nodes(viewer)) {
                        many += same(viewer, filter, node);
                    }
                }
            }
        }
        assertThat(many).as("figures that are not nought").isGreaterThan(90);
    }

    /** @return 1 unless there is nothing */
    private int same(Viewer viewer, QuotaFilter filter, QuotaNode node) {
        BigDecimal attained = Attainments.sum(
                attainments.of(viewer, filter, node, YearMonth.of(YEAR, 1), YearMonth.of(YEAR, 12)), WHOLE);
        List<AttainedRow> rows = new ArrayList<>();
        AttainedRow.After after = null;
        do {
            List<AttainedRow> page = attainments.rows(viewer, filter, node, WHOLE, after, 7);
            rows.addAll(page);
            after = page.size() < 7
                    ? null
                    : new AttainedRow.After(page.get(6).day(), page.get(6).id());
        } while (after != null);
        assertThat(rows.stream().map(AttainedRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("%s %s of %s seen by %s", filter, node.subject(), node.name(), viewer.name())
                .isEqualByComparingTo(attained);
        assertThat(new HashSet<>(rows.stream().map(AttainedRow::id).toList()))
                .as("each once")
                .hasSameSizeAs(rows);
        assertThat(rows).isSortedAccordingTo((one, other) -> other.day().compareTo(one.day()));
        return attained.signum() == 0 ? 0 : 1;
    }

    private List<QuotaNode> nodes(Viewer viewer) {
        List<QuotaNode> nodes = new ArrayList<>();
        if (viewer == admin) {
            nodes.add(quotas.node(viewer, QuotaSubject.COMPANY, 0));
            nodes.add(quotas.node(viewer, QuotaSubject.PRODUCT, 990001));
            nodes.add(quotas.node(viewer, QuotaSubject.PRODUCT, 990002));
            nodes.add(quotas.node(viewer, QuotaSubject.REGION, 990001));
            nodes.add(quotas.node(viewer, QuotaSubject.REGION, 990002));
        }
        if (viewer == admin || viewer == manager) {
            nodes.add(quotas.node(viewer, QuotaSubject.TEAM, west));
            people.subList(0, 3).forEach(one -> nodes.add(quotas.node(viewer, QuotaSubject.PERSON, one.personId())));
        } else {
            nodes.add(quotas.node(viewer, QuotaSubject.PERSON, viewer.personId()));
        }
        return nodes;
    }

    @Test
    void thePageLeadsToThemAndOnAndNamesNothingThatIsNotSeen() throws Exception {
        long foreign = 990900;
        deal(foreign, people.get(3), "777.77", LocalDate.of(YEAR, 12, 31));
        split(foreign, List.of(people.get(3), people.get(0)));
        String own = page(people.get(0), "/sales/quotas/PERSON/" + people.get(0).personId() + "/rows?period=" + YEAR);
        assertThat(own)
                .contains("One that you do not see", "/sales/opportunities/9901")
                .doesNotContain("Deal " + foreign, "777.77");
        String all = page(admin, "/sales/quotas/COMPANY/0/rows?measure=WON&period=" + YEAR);
        assertThat(all).contains("Deal " + foreign, "777.77").doesNotContain("Show earlier ones");
        for (int at = 0; at < 20; at++) {
            deal(991000 + at);
        }
        String first = page(admin, "/sales/quotas/COMPANY/0/rows?measure=WON&period=" + YEAR);
        String next = first.substring(0, first.indexOf("Show earlier ones"));
        next = next.substring(next.lastIndexOf("href=\"") + 6);
        next = next.substring(0, next.indexOf('"')).replace("&amp;", "&");
        assertThat(page(admin, next))
                .doesNotContain("Show earlier ones", "Deal " + foreign)
                .contains("Deal 99");
        mvc.perform(get("/sales/quotas/PERSON/" + people.get(3).personId() + "/rows")
                        .with(signedIn(manager)))
                .andExpect(org.springframework.test.web.servlet.result.MockMvcResultMatchers.status()
                        .isNotFound());
    }

    private String page(Viewer viewer, String address) throws Exception {
        return mvc.perform(get(java.net.URI.create(address)).with(signedIn(viewer)))
                .andExpect(org.springframework.test.web.servlet.result.MockMvcResultMatchers.status()
                        .isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private void deal(long id) {
        deal(id, any(people), amount(), LocalDate.of(YEAR, 1 + random.nextInt(12), 1 + random.nextInt(28)));
        if (random.nextInt(5) < 2) {
            List<Viewer> shuffled = new ArrayList<>(people);
            Collections.shuffle(shuffled, random);
            split(id, shuffled.subList(0, 2 + random.nextInt(2)));
        }
    }

    private void deal(long id, Viewer owner, String amount, LocalDate day) {
        database.sql("""
                        insert into opportunity (id, name, pipeline_id, stage_id, state, amount, currency, base_amount, probability, product_id,
                            territory_id, customer_id, opened_on, stage_entered_at, owner_id, team_id, closed_on, created_at, updated_at)
                        values (:id, 'Deal ' || :id, :pipeline, :stage, 'WON', :amount, 'USD', :amount, 100, :product,
                            :territory, :customer, :day, now(), :owner, :team, :day, now(), now())""")
                .param("id", id)
                .param("pipeline", company.id("pipeline"))
                .param("stage", company.id("stage"))
                .param("amount", new BigDecimal(amount))
                .param("product", random.nextInt(3) == 0 ? null : 990001L + random.nextInt(2), java.sql.Types.BIGINT)
                .param("territory", random.nextInt(3) == 0 ? null : 990001L + random.nextInt(2), java.sql.Types.BIGINT)
                .param("customer", company.id("customer"))
                .param("owner", owner.personId())
                .param("team", owner.teamId())
                .param("day", day)
                .update();
    }

    private void split(long deal, List<Viewer> among) {
        BigDecimal left = new BigDecimal("100");
        for (int at = 0; at < among.size(); at++) {
            BigDecimal part = at == among.size() - 1 ? left : new BigDecimal("33.33");
            left = left.subtract(part);
            database.sql("""
                            insert into opportunity_split (id, opportunity_id, number, person_id, percent, since, cause, fixed_at)
                            values (nextval('opportunity_split_seq'), ?, 1, ?, ?, now(), 'SET', now())""").params(deal, among.get(at).personId(), part).update();
        }
        database.sql("select opportunity_split_value(?)")
                .param(deal)
                .query(Object.class)
                .optional();
    }

    /** With two products, an instalment of which has come in and one paid back; one of four is of no opportunity. */
    private void contract(long deal) {
        LocalDate day = LocalDate.of(YEAR, 1 + random.nextInt(12), 1 + random.nextInt(28));
        BigDecimal gain = new BigDecimal(amount());
        long id = SignedContracts.first(database, deal, day, gain.toPlainString());
        BigDecimal part = gain.movePointLeft(1).setScale(2, java.math.RoundingMode.HALF_UP);
        database.sql("""
                        insert into contract_gain_product (contract_id, product_id, signed_on, base_gain)
                        values (:id, 990001, :day, :part), (:id, 990002, :day, :rest)""")
                .param("id", id)
                .param("day", day)
                .param("part", part)
                .param("rest", gain.subtract(part))
                .update();
        if (random.nextInt(4) == 0) {
            database.sql("update contract set opportunity_id = null where id = ?")
                    .param(id)
                    .update();
            return;
        }
        database.sql("""
                        insert into receipt (id, contract_id, kind, received_on, amount, currency, base_amount, customer_id, owner_id, team_id,
                                             created_at, updated_at)
                        select nextval('receipt_seq'), k.id, case when n = 2 then 'REFUND' else 'RECEIPT' end, :day, :amount, 'USD',
                               case when n = 2 then -:amount else :amount end * n, k.customer_id, k.owner_id, k.team_id, now(), now()
                        from contract k, generate_series(1, 3) n where k.id = :id""")
                .param("day", day)
                .param("amount", new BigDecimal("33.33").add(BigDecimal.valueOf(random.nextInt(999), 2)))
                .param("id", id)
                .update();
    }

    private String amount() {
        return BigDecimal.valueOf(100 + random.nextInt(1_000_000), 2).toPlainString();
    }

    private static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private <T> T any(List<T> some) {
        return any(some, random);
    }
}
