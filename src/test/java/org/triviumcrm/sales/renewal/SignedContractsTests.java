package org.triviumcrm.sales.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.triviumcrm.sales.quote.QuoteSample.SERVER;
import static org.triviumcrm.sales.quote.QuoteSample.SUPPORT;
import static org.triviumcrm.sales.quote.QuoteSample.line;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.AttainedAmounts;
import org.triviumcrm.sales.QuotaMeasure;
import org.triviumcrm.sales.QuotaSubject;
import org.triviumcrm.sales.contract.ContractCopyService;
import org.triviumcrm.sales.contract.ContractLifeService;
import org.triviumcrm.sales.contract.ContractSample;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.sales.contract.Renewal;
import org.triviumcrm.sales.contract.SaveContract;
import org.triviumcrm.sales.opportunity.CreateOpportunity;
import org.triviumcrm.sales.opportunity.OpportunityForms;
import org.triviumcrm.sales.opportunity.OpportunityService;
import org.triviumcrm.sales.quote.QuoteSample;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleFlows;

/** What follows from a signature: the opportunity is won, customers are worth more, quotas are attained; and later, the end. */
@CommittingTest
class SignedContractsTests {

    private static final LocalDate TODAY = LocalDate.now();

    @Autowired
    ContractService contracts;

    @Autowired
    ContractLifeService life;

    @Autowired
    ContractCopyService copies;

    @Autowired
    ContractDays days;

    @Autowired
    OpportunityService opportunities;

    @Autowired
    OpportunityForms forms;

    @Autowired
    List<AttainedAmounts> amounts;

    @Autowired
    SampleFlows flows;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    private ContractSample sample;
    private Viewer seller;
    private Viewer boss;
    private Viewer administrator;

    @BeforeEach
    void company() {
        administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        long team = accounts.team("West", null);
        seller = accounts.representative(team);
        boss = accounts.manager(team);
        sample = new ContractSample(database, seller);
        sample.quotes().found();
    }

    @Test
    void theOpportunityIsWonForWhatTheContractComesTo() {
        long opportunity = opportunity("500");
        long id = contract(opportunity);
        assertThat(text("select state from opportunity where id = " + opportunity))
                .isEqualTo("OPEN");
        life.sign(seller, id, sample.signature());
        assertThat(text("select state || ' ' || amount || ' ' || closed_on from opportunity where id = " + opportunity))
                .isEqualTo("WON 141.00 " + TODAY);
        assertThat(text("select winning from contract where id = " + id)).isEqualTo("WON");
        assertThat(revenue()).as("once, not twice").isEqualTo("141.00 1");

        long amendment = copies.amend(seller, id);
        SaveContract more =
                contracts.page(seller, amendment).toInput(contracts.lines(seller, contracts.page(seller, amendment)));
        more.getLines().get(0).setQuantity(new BigDecimal("3"));
        contracts.update(seller, amendment, more);
        life.release(seller, amendment);
        life.sign(seller, amendment, sample.signature());
        assertThat(revenue()).as("an amendment is no deal of its own").isEqualTo("341.00 1");
        assertThat(attained(QuotaSubject.COMPANY, 0)).isEqualByComparingTo("341.00");
        assertThat(attained(QuotaSubject.PERSON, seller.personId())).isEqualByComparingTo("341.00");
        assertThat(attained(QuotaSubject.PRODUCT, SERVER)).isEqualByComparingTo("300.00");
        assertThat(attained(QuotaSubject.PRODUCT, SUPPORT)).isEqualByComparingTo("41.00");
        assertThat(
                        text(
                                "select string_agg(base_amount || ' ' || product_id, ', ' order by base_amount) from product_revenue"))
                .isEqualTo("0.00 990002, 41.00 990002, 100.00 990001, 200.00 990001");
    }

    @Test
    void marginCountsLinesWhoseCostIsKnownAndReceiptsAreSpreadOverProductsToTheCent() {
        database.sql(
                        "insert into product_cost (product_id, valid_from, cost, currency) values (:server, '2000-01-01', 60, 'USD')")
                .param("server", SERVER)
                .update();
        long id = contract(opportunity("500"));
        life.sign(seller, id, sample.signature());
        assertThat(margins()).as("nobody knows what support costs").isEqualTo(SERVER + " 40.00");

        long amendment = copies.amend(seller, id);
        SaveContract more =
                contracts.page(seller, amendment).toInput(contracts.lines(seller, contracts.page(seller, amendment)));
        more.getLines().get(0).setQuantity(new BigDecimal("3"));
        contracts.update(seller, amendment, more);
        life.release(seller, amendment);
        life.sign(seller, amendment, sample.signature());
        assertThat(margins()).as("three times 40, the first of them once").isEqualTo(SERVER + " 120.00");

        database.sql("""
                        insert into receipt (id, contract_id, kind, received_on, amount, currency, base_amount, customer_id, owner_id, team_id,
                                             created_at, updated_at, cancelled_at, cancel_reason)
                        select 990000 + n, k.id, 'RECEIPT', :day, 10, 'USD', case when n = 2 then 0 else 10 end, k.customer_id, k.owner_id,
                               k.team_id, now(), now(), case when n = 2 then now() end, case when n = 2 then 'wrong' end
                        from contract k, generate_series(1, 2) n where k.id = :id""").param("day", TODAY).param("id", id).update();
        assertThat(text(
                        "select string_agg(product_id || ' ' || base_amount, ', ' order by product_id) from customer_receipt_product where customer_id = "
                                + QuoteSample.CUSTOMER))
                .as("300 and 41 of 341; what was cancelled is of nobody")
                .isEqualTo(SERVER + " 8.80, " + SUPPORT + " 1.20");
    }

    private @Nullable String margins() {
        return text(
                "select string_agg(product_id || ' ' || base_amount, ', ') from (select product_id, sum(base_amount) as base_amount from customer_margin where customer_id = "
                        + QuoteSample.CUSTOMER + " group by 1) m");
    }

    @Test
    void winningIsNotTakenRoundAnApproval() {
        flows.active(
                "WIN",
                null,
                ConditionGroup.all(new Condition("amount", Comparison.MORE_THAN, "100")),
                SampleFlows.anyOf(boss));
        long opportunity = opportunity("50");
        long id = contract(opportunity);
        life.sign(seller, id, sample.signature());
        assertThat(text("select state || ' ' || winning from contract where id = " + id))
                .isEqualTo("SIGNED ASKED");
        assertThat(text("select state || ' ' || (approval_case_id is not null) from opportunity where id = "
                        + opportunity))
                .isEqualTo("OPEN true");
        assertThat(revenue()).as("what is signed counts all the same").isEqualTo("141.00 1");
    }

    @Test
    void whatCantBeWonIsLeftToPeopleAndNothingIsDoneWhereTheRuleIsOff() {
        long opportunity = opportunity("50");
        database.sql(
                        "update opportunity set state = 'SUSPENDED', suspended_until = current_date + 5, suspend_reason = 'x' where id = "
                                + opportunity)
                .update();
        long id = contract(opportunity);
        life.sign(seller, id, sample.signature());
        assertThat(text("select winning from contract where id = " + id)).isEqualTo("LEFT");
        assertThat(text("select string_agg(link, ',') from notice where person_id = " + seller.personId()))
                .contains("/sales/opportunities/" + opportunity);

        database.sql("insert into contract_setting (wins, renews, updated_at) values (false, false, now())")
                .update();
        long other = opportunity("70");
        life.sign(seller, contract(other), sample.signature());
        assertThat(text("select state from opportunity where id = " + other)).isEqualTo("OPEN");
    }

    @Test
    void sharesOfAnOpportunityAreThoseOfItsContract() {
        long opportunity = opportunity("50");
        database.sql("""
                        insert into opportunity_split (id, opportunity_id, number, person_id, percent, amount, base_amount, since, cause)
                        values (990001, :opportunity, 1, :one, 33.33, 16.67, 16.67, now(), 'SET'),
                               (990002, :opportunity, 1, :other, 66.67, 33.33, 33.33, now(), 'SET')""")
                .param("opportunity", opportunity)
                .param("one", seller.personId())
                .param("other", boss.personId())
                .update();
        database.sql("insert into contract_setting (wins, renews, updated_at) values (false, false, now())")
                .update();
        long id = contract(opportunity);
        life.sign(seller, id, sample.signature());
        assertThat(attained(QuotaSubject.PERSON, seller.personId())).isEqualByComparingTo("47.00");
        assertThat(attained(QuotaSubject.PERSON, boss.personId())).isEqualByComparingTo("94.00");
        assertThat(attained(QuotaSubject.COMPANY, 0)).isEqualByComparingTo("141.00");

        database.sql("delete from receipt").update();
        database.sql("""
                        insert into receipt (id, contract_id, kind, received_on, amount, currency, base_amount, customer_id, owner_id, team_id,
                                             created_at, updated_at)
                        select 990000 + n, k.id, case when n = 2 then 'REFUND' else 'RECEIPT' end, :day, 50, 'USD', case when n = 2 then -50 else 50 end,
                               k.customer_id, k.owner_id, k.team_id, now(), now()
                        from contract k, generate_series(1, 4) n where k.id = :id""").param("day", TODAY).param("id", id).update();
        assertThat(attained(QuotaMeasure.RECEIVED, QuotaSubject.COMPANY, 0))
                .as("three payments of 50, and one paid back")
                .isEqualByComparingTo("100.00");
        BigDecimal one = attained(QuotaMeasure.RECEIVED, QuotaSubject.PERSON, seller.personId());
        BigDecimal other = attained(QuotaMeasure.RECEIVED, QuotaSubject.PERSON, boss.personId());
        assertThat(one.add(other)).as("no cent is lost").isEqualByComparingTo("100.00");
        assertThat(one).isBetween(new BigDecimal("33.30"), new BigDecimal("33.36"));

        // each of 50: 50 × 100 / 141 = 35.46, the rest is the other product's
        assertThat(received(SERVER)).isEqualByComparingTo("70.92");
        assertThat(received(SUPPORT)).isEqualByComparingTo("29.08");
        database.sql(
                        "update receipt set cancelled_at = now(), cancel_reason = 'wrong account', base_amount = 0 where id = 990004")
                .update();
        assertThat(received(SERVER)).as("what is cancelled counts no more").isEqualByComparingTo("35.46");
        long amendment = copies.amend(seller, id);
        SaveContract more =
                contracts.page(seller, amendment).toInput(contracts.lines(seller, contracts.page(seller, amendment)));
        more.getLines().get(0).setQuantity(new BigDecimal("3"));
        contracts.update(seller, amendment, more);
        life.release(seller, amendment);
        life.sign(seller, amendment, sample.signature());
        assertThat(received(SERVER))
                .as("50 × 300 / 341: it follows what is agreed")
                .isEqualByComparingTo("43.99");
        assertThat(received(SUPPORT)).isEqualByComparingTo("6.01");
    }

    @Test
    void whoeverIsInChargeIsRemindedOnceAndAnOpportunityToRenewItIsMadeOnce() {
        long id = ending();

        days.run(TODAY.plusDays(9));
        assertThat(text("select count(*)::text from notice where person_id = " + seller.personId()))
                .isEqualTo("0");
        days.run(TODAY.plusDays(10));
        days.run(TODAY.plusDays(10));
        assertThat(text("select string_agg(link, ',') from notice where person_id = " + seller.personId()))
                .isEqualTo("/sales/contracts/" + id);
        Long renewal = Objects.requireNonNull(contracts.page(seller, id).renewalId());
        assertThat(text(
                        "select name || ' ' || amount || ' ' || expected_close_date || ' ' || owner_id from opportunity where id = "
                                + renewal))
                .isEqualTo("Renewal: Servers for Lyon 100.00 " + TODAY.plusDays(100) + " " + seller.personId());
        opportunities.delete(administrator, renewal);
        days.run(TODAY.plusDays(11));
        assertThat(contracts.page(seller, id).renewalId()).as("not made again").isNull();

        days.run(TODAY.plusDays(100));
        assertThat(contracts.page(seller, id).state().name()).isEqualTo("SIGNED");
        days.run(TODAY.plusDays(101));
        assertThat(contracts.page(seller, id).state().name()).isEqualTo("ENDED");
        assertThat(revenue()).as("what was signed stays").isEqualTo("100.00 1");
    }

    @Test
    void anAmendmentOfTheSameEndRemindsOfNothingAgain() {
        long id = ending();
        days.run(TODAY.plusDays(10));
        Long renewal = Objects.requireNonNull(contracts.page(seller, id).renewalId());
        long amendment = copies.amend(seller, id);
        life.release(seller, amendment);
        life.sign(seller, amendment, sample.signature());
        assertThat(contracts.page(seller, id).state().name()).isEqualTo("REPLACED");
        assertThat(contracts.page(seller, amendment).renewalId()).isEqualTo(renewal);

        days.run(TODAY.plusDays(11));
        assertThat(done()).isEqualTo("1 1");

        long longer = copies.amend(seller, amendment);
        SaveContract input =
                contracts.page(seller, longer).toInput(contracts.lines(seller, contracts.page(seller, longer)));
        input.setEndsOn(TODAY.plusDays(465));
        contracts.update(seller, longer, input);
        life.release(seller, longer);
        life.sign(seller, longer, sample.signature());
        days.run(TODAY.plusDays(100));
        assertThat(done()).as("of the new end, not yet").isEqualTo("1 1");
        days.run(TODAY.plusDays(400));
        days.run(TODAY.plusDays(401));
        assertThat(done()).as("of the new end").isEqualTo("2 2");
        assertThat(contracts.page(seller, longer).renewalId()).isNotEqualTo(renewal);
    }

    @Test
    void anAmendmentSignedForALaterDaySaysWhenItEnds() {
        long id = ending();
        long amendment = copies.amend(seller, id);
        SaveContract later =
                contracts.page(seller, amendment).toInput(contracts.lines(seller, contracts.page(seller, amendment)));
        later.setEffectiveOn(TODAY.plusDays(50));
        contracts.update(seller, amendment, later);
        life.release(seller, amendment);
        life.sign(seller, amendment, sample.signature());
        assertThat(contracts.page(seller, id).state().name()).isEqualTo("SIGNED");

        days.run(TODAY.plusDays(10));
        days.run(TODAY.plusDays(11));
        assertThat(done()).isEqualTo("1 1");
        assertThat(text("select string_agg(link, ',') from notice where person_id = " + seller.personId()))
                .isEqualTo("/sales/contracts/" + amendment);
        days.run(TODAY.plusDays(51));
        assertThat(contracts.page(seller, id).state().name()).isEqualTo("REPLACED");
        assertThat(done()).isEqualTo("1 1");
    }

    /** How many reminders and how many opportunities to renew there are. */
    private @Nullable String done() {
        return text("select (select count(*) from notice where link like '/sales/contracts/%' and person_id = "
                + seller.personId() + ") || ' ' || (select count(*) from opportunity where name like 'Renewal: %')");
    }

    @Test
    void amountsOfOpportunitiesAreThoseOfTheirCurrency() {
        database.sql("insert into currency_rate (currency, valid_from, rate) values ('JPY', '2020-01-01', 0.0067)")
                .update();
        long opportunity = opportunity("500");
        database.sql("update opportunity set currency = 'JPY' where id = " + opportunity)
                .update();
        life.sign(seller, contract(opportunity), sample.signature());
        assertThat(text("select state || ' ' || trim_scale(amount) from opportunity where id = " + opportunity))
                .as("141 / 0.0067 = 21044.77")
                .isEqualTo("WON 21045");

        long id = ending();
        transactions.executeWithoutResult(status -> {
            database.sql("select set_config('session_replication_role', 'replica', true)")
                    .query(String.class)
                    .single();
            database.sql("update contract set currency = 'JPY', net = 12345.6 where id = " + id)
                    .update();
        });
        days.run(TODAY.plusDays(10));
        assertThat(text("select trim_scale(amount)::text from opportunity where id = "
                        + contracts.page(seller, id).renewalId()))
                .as("no parts of a yen")
                .isEqualTo("12346");
    }

    /** It ends in 100 days, of which there is notice until 70, and a reminder from the tenth on. */
    private long ending() {
        SaveContract input = sample.contract(line(SERVER, "1", "100", null));
        input.setStartsOn(TODAY.minusYears(1));
        input.setEndsOn(TODAY.plusDays(100));
        input.setNoticeDays(30);
        input.setRemindDays(60);
        input.setRenewal(Renewal.OPPORTUNITY);
        long id = contracts.create(seller, input);
        life.release(seller, id);
        life.sign(seller, id, sample.signature());
        return id;
    }

    private long contract(long opportunity) {
        SaveContract input = sample.contract(line(SERVER, "1", "100", null), line(SUPPORT, "2", "20.5", null));
        input.setOpportunityId(opportunity);
        long id = contracts.create(seller, input);
        life.release(seller, id);
        return id;
    }

    private long opportunity(String amount) {
        return opportunities.create(
                seller,
                new CreateOpportunity(
                        "Servers",
                        QuoteSample.CUSTOMER,
                        null,
                        null,
                        null,
                        new BigDecimal(amount),
                        "USD",
                        null,
                        TODAY,
                        null,
                        null,
                        Objects.requireNonNull(forms.usualStage(seller)),
                        seller.personId(),
                        Map.of()));
    }

    private BigDecimal attained(QuotaSubject subject, long id) {
        return attained(QuotaMeasure.SIGNED, subject, id);
    }

    private BigDecimal received(long product) {
        return attained(QuotaMeasure.RECEIVED, QuotaSubject.PRODUCT, product);
    }

    private BigDecimal attained(QuotaMeasure measure, QuotaSubject subject, long id) {
        return amounts.stream()
                .filter(one -> one.measure() == measure)
                .flatMap(one ->
                        one
                                .attained(administrator, subject, YearMonth.from(TODAY), YearMonth.from(TODAY), null)
                                .stream())
                .filter(one -> one.subjectId() == id)
                .map(AttainedAmounts.Attained::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private @Nullable String revenue() {
        return text("select sum(base_amount) || ' ' || sum(deals) from customer_revenue where customer_id = "
                + QuoteSample.CUSTOMER);
    }

    private @Nullable String text(String sql) {
        return database.sql(sql).query(String.class).optional().orElse(null);
    }
}
