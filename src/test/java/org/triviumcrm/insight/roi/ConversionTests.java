package org.triviumcrm.insight.roi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.roi.Returns.Line;
import org.triviumcrm.sales.AttributionModel;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SignedContracts;

/** From people who came to what they bought: what is kept is what contracts and opportunities say, whatever happens to either of them. */
@IntegrationTest
class ConversionTests {

    private static final YearMonth FIRST = YearMonth.of(2026, 1);
    private static final YearMonth LAST = YearMonth.of(2026, 4);

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    RoiService returns;

    @Autowired
    Companies companies;

    @Autowired
    JdbcClient database;

    private Viewer manager;
    private final List<Long> campaigns = new ArrayList<>();
    private final List<Long> customers = new ArrayList<>();
    private final List<Long> contacts = new ArrayList<>();
    private final List<Long> leads = new ArrayList<>();
    private final List<Long> deals = new ArrayList<>();

    @BeforeEach
    void customersWithPeople() {
        company.found();
        company.endCase();
        database.sql("delete from campaign_participant").update();
        manager = accounts.marketingManager();
        for (int i = 0; i < 2; i++) {
            campaigns.add(
                    copy("campaign", "name, method_id, start_on, end_on, currency, state, state_since, owner_id"));
        }
        for (int i = 0; i < 3; i++) {
            customers.add(
                    added(
                            "insert into customer (id, name, created_at, updated_at) values (nextval('customer_seq'), 'Buyer', now(), now()) returning id"));
            contacts.add(added(
                    "insert into contact (id, name, customer_id, created_at, updated_at) values (nextval('contact_seq'), 'Person', "
                            + customers.get(i) + ", now(), now()) returning id"));
            leads.add(
                    added(
                            "insert into lead (id, full_name, created_at, updated_at) values (nextval('lead_seq'), 'Somebody', now(), now()) returning id"));
            deals.add(
                    copy(
                            "opportunity",
                            "name, pipeline_id, stage_id, currency, probability, opened_on, stage_entered_at, owner_id, state"));
            database.sql(
                            "update opportunity set customer_id = ?, state = 'OPEN', closed_on = null, expected_close_date = '2026-04-01' where id = ?")
                    .params(customers.get(i), deals.get(i))
                    .update();
        }
    }

    @Test
    void isWhatTheWholeComputationGivesWhateverHappens() {
        Random random = new Random(20261130);
        boolean some = false;
        for (int step = 0; step < 200; step++) {
            happens(random);
            for (YearMonth from = FIRST; !from.isAfter(LAST); from = from.plusMonths(1)) {
                RoiFilter asked = RoiFilter.months(from, LAST, AttributionModel.EVEN);
                Returns found = returns.of(manager, asked);
                long bought = bought(campaigns, from);
                some |= bought > 2;
                assertThat(found.total().converted())
                        .as("step %d from %s", step, from)
                        .isEqualByComparingTo(BigDecimal.valueOf(bought));
                for (Line line : found.lines()) {
                    long id = Long.parseLong(line.href().replaceAll(".*/", ""));
                    assertThat(line.converted())
                            .as("%s at step %d", line.name(), step)
                            .isEqualByComparingTo(BigDecimal.valueOf(bought(List.of(id), from)));
                    if (line.conversion() != null) {
                        assertThat(line.conversion()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
                    }
                }
            }
        }
        assertThat(some).isTrue();
    }

    /** Somebody who came on the day of the signature counts, and who came the day after does not. */
    @Test
    void buyingOnTheDayCountsAndBeforeItDoesNot() {
        came(campaigns.get(0), "contact_id", contacts.get(0), LocalDate.of(2026, 2, 10));
        came(campaigns.get(1), "contact_id", contacts.get(0), LocalDate.of(2026, 2, 11));
        sign(0, LocalDate.of(2026, 2, 10));

        RoiFilter asked = RoiFilter.months(FIRST, LAST, AttributionModel.EVEN);
        assertThat(returns.campaign(manager, campaigns.get(0), asked).conversion())
                .isEqualByComparingTo("100");
        assertThat(returns.campaign(manager, campaigns.get(1), asked).conversion())
                .isEqualByComparingTo("0");
        assertThat(returns.of(manager, asked).total().conversion()).isEqualByComparingTo("50");
        assertThat(returns.campaign(manager, campaigns.get(0), asked).ways().converted())
                .contains(
                        "/marketing/participants",
                        "campaign=" + campaigns.get(0),
                        "converted=yes",
                        "cameAt=2026-01-01..2026-04-30");
    }

    private void happens(Random random) {
        long campaign = campaigns.get(random.nextInt(2));
        int who = random.nextInt(3);
        LocalDate on = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(110));
        database.sql("select set_config('trivium.passage', 'TEST', true)")
                .query(String.class)
                .single();
        switch (random.nextInt(12)) {
            case 0, 1 -> came(campaign, "contact_id", contacts.get(who), on);
            case 2 -> came(campaign, "customer_id", customers.get(who), on);
            case 3 -> came(campaign, "lead_id", leads.get(who), on);
            case 4 ->
                database.sql(
                                "update campaign_participant set status = 'INVITED', invited_at = now(), attended_at = null where id = (select min(id) from campaign_participant where campaign_id = ?)")
                        .param(campaign)
                        .update();
            case 5 ->
                database.sql(
                                "delete from campaign_participant where id = (select max(id) from campaign_participant where campaign_id = ?)")
                        .param(campaign)
                        .update();
            case 6, 7 ->
                database.sql("update opportunity set state = 'WON', closed_on = ?, base_amount = 100 where id = ?")
                        .params(on, deals.get(who))
                        .update();
            case 8 ->
                database.sql("update opportunity set state = 'OPEN', closed_on = null where id = ?")
                        .param(deals.get(who))
                        .update();
            case 9 -> {
                if (random.nextInt(4) == 0) {
                    sign(who, on);
                }
            }
            case 10 ->
                database.sql("update contact set customer_id = ? where id = ?")
                        .params(customers.get(random.nextInt(3)), contacts.get(who))
                        .update();
            default ->
                database.sql("update lead set customer_id = ? where id = ?")
                        .params(random.nextBoolean() ? customers.get(who) : null, leads.get(who))
                        .update();
        }
    }

    private void came(long campaign, String column, long who, LocalDate on) {
        ZonedDateTime at = on.atTime(23, 30).atZone(companies.zone());
        database.sql(
                        "insert into campaign_participant (campaign_id, " + column
                                + ", status, source, attended_at, created_at, updated_at) values (?, ?, 'ATTENDED', 'HAND', ?, now(), now()) on conflict do nothing")
                .params(campaign, who, at.toOffsetDateTime())
                .update();
    }

    /** For the opportunity, or for none. */
    private void sign(int who, LocalDate on) {
        SignedContracts.of(
                database,
                customers.get(who),
                accounts.administrator().personId(),
                0,
                on.getDayOfMonth() % 2 == 0 ? deals.get(who) : null,
                on,
                Map.of(company.id("product"), "500"));
    }

    /** Written down as the papers say it. */
    private long bought(List<Long> some, YearMonth from) {
        return database.sql("""
                        select count(*) from campaign_participant p
                        left join contact c on c.id = p.contact_id left join lead l on l.id = p.lead_id
                        cross join lateral (select (least(p.attended_at, p.responded_at) at time zone :zone)::date as day) d
                        where p.campaign_id = any(:ids) and p.status in ('ATTENDED', 'RESPONDED') and d.day between :first and :last
                          and (exists (select from opportunity o where o.customer_id = coalesce(p.customer_id, c.customer_id, l.customer_id)
                                         and o.state = 'WON' and o.closed_on >= d.day
                                         and not exists (select from contract k where k.opportunity_id = o.id and k.base_gain is not null))
                               or exists (select from contract k where k.customer_id = coalesce(p.customer_id, c.customer_id, l.customer_id)
                                            and k.base_gain > 0 and k.signed_on >= d.day))""")
                .param("zone", companies.zone().getId())
                .param("ids", some.toArray(Long[]::new))
                .param("first", from.atDay(1))
                .param("last", LAST.atEndOfMonth())
                .query(Long.class)
                .single();
    }

    private long copy(String table, String columns) {
        return added("insert into " + table + " (id, " + columns + ", created_at, updated_at) select nextval('" + table
                + "_seq'), " + columns + ", now(), now() from " + table + " where id = " + company.id(table)
                + " returning id");
    }

    private long added(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
