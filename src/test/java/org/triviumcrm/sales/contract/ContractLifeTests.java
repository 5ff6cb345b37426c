package org.triviumcrm.sales.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.triviumcrm.sales.quote.QuoteSample.SERVER;
import static org.triviumcrm.sales.quote.QuoteSample.SUPPORT;
import static org.triviumcrm.sales.quote.QuoteSample.line;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.Submission;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.approval.dossier.Decide;
import org.triviumcrm.approval.dossier.DecisionService;
import org.triviumcrm.approval.dossier.SubmitterService;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.PaperDifference;
import org.triviumcrm.sales.line.SaveLine;
import org.triviumcrm.sales.quote.QuoteLifeService;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.sales.quote.SaveQuote;
import org.triviumcrm.sales.release.IllegalPaper;
import org.triviumcrm.sales.seal.ContractExit;
import org.triviumcrm.sales.seal.ContractExits;
import org.triviumcrm.sales.seal.ContractState;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.ExitGuard;
import org.triviumcrm.testing.SampleFlows;

/** A contract from its first line to its end, with and without flows that ask for an approval. */
@CommittingTest
class ContractLifeTests {

    private static final ConditionGroup CHEAP =
            ConditionGroup.all(new Condition("discount", Comparison.MORE_THAN, "10"));

    @Autowired
    QuoteService quotes;

    @Autowired
    QuoteLifeService quoteLife;

    @Autowired
    ContractService contracts;

    @Autowired
    ContractCopyService copies;

    @Autowired
    ContractLifeService life;

    @Autowired
    ContractDifferenceService differences;

    @Autowired
    ContractExits exits;

    @Autowired
    ApprovalGate gate;

    @Autowired
    DecisionService decisions;

    @Autowired
    SubmitterService submitters;

    @Autowired
    SampleFlows flows;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationContext context;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    private ContractSample sample;
    private Viewer seller;
    private Viewer boss;

    @BeforeEach
    void company() {
        Viewer administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        long team = accounts.team("West", null);
        seller = accounts.representative(team);
        boss = accounts.manager(team);
        sample = new ContractSample(database, seller);
        sample.quotes().found();
    }

    @Test
    void anAcceptedQuoteBecomesAContractThatIsSigned() {
        SaveQuote offered =
                sample.quotes().quote(line(SERVER, "2", "100", "10"), line(SUPPORT, "4", "20.5", null), option());
        offered.setTerms("Net 30 days");
        offered.setDiscountValue(new BigDecimal("5"));
        long quote = quotes.create(seller, offered);
        assertThatThrownBy(() -> copies.fromQuote(seller, quote)).hasMessage("sales.quote.error.notReleased");
        quoteLife.release(seller, quote);
        long id = copies.fromQuote(seller, quote);
        assertThatThrownBy(() -> copies.fromQuote(seller, quote)).hasMessage("sales.contract.error.hasContract");

        ContractPage page = contracts.page(seller, id);
        assertThat(page.number()).matches("C-\\d{4}-00001");
        assertThat(page.quoteId()).isEqualTo(quote);
        assertThat(page.terms()).isEqualTo("Net 30 days");
        assertThat(page.net())
                .isEqualByComparingTo(quotes.page(seller, quote).net())
                .isEqualByComparingTo("248.90");
        assertThat(page.total()).isEqualByComparingTo(quotes.page(seller, quote).total());
        assertThat(contracts.lines(seller, page)).as("without the option").hasSize(2);

        assertThatThrownBy(() -> life.sign(seller, id, sample.signature()))
                .hasMessage("sales.contract.error.notReleased");
        life.release(seller, id);
        life.sign(seller, id, sample.signature());
        ContractPage signed = contracts.page(seller, id);
        assertThat(signed.state()).isEqualTo(ContractState.SIGNED);
        assertThat(signed.signature().signedOn()).isEqualTo(LocalDate.now());
        assertThat(signed.signature().theirSignatory()).isEqualTo("Anna Berg");
        assertThat(gain(id)).isEqualByComparingTo("248.90");
        assertThat(kinds(id)).containsExactly("SIGN", "NO_FLOW", "RELEASE", "FROM_QUOTE");
        assertThatThrownBy(() -> contracts.update(seller, id, typed(id))).isInstanceOf(IllegalPaper.class);
        assertThatThrownBy(() -> contracts.delete(seller, id)).isInstanceOf(IllegalPaper.class);
    }

    private static SaveLine option() {
        SaveLine option = line(SUPPORT, "1", "500", null);
        option.setOptional(true);
        return option;
    }

    @Test
    void nothingLeavesWhileAnApprovalIsPending() {
        flows.active("contract", "RELEASE", null, CHEAP, SampleFlows.anyOf(boss));
        long id = contracts.create(seller, contract(line(SERVER, "1", "100", "25")));
        submit(needed(() -> life.release(seller, id)));
        assertThat(state(id)).isEqualTo("SUBMITTED");

        for (ContractExit exit : ContractExit.values()) {
            assertThatThrownBy(() -> leave(exit, id)).as(exit.name()).isInstanceOf(UnderApproval.class);
        }
        assertThatThrownBy(() -> life.sign(seller, id, sample.signature())).isInstanceOf(UnderApproval.class);
        assertThatThrownBy(() -> copies.duplicate(seller, id)).isInstanceOf(UnderApproval.class);
        assertThatThrownBy(() -> copies.amend(seller, id)).isInstanceOf(UnderApproval.class);
        assertThatThrownBy(() -> contracts.delete(seller, id)).isInstanceOf(UnderApproval.class);
        assertThatThrownBy(() -> contracts.update(seller, id, typed(id))).isInstanceOf(UnderApproval.class);

        decisions.decide(boss, flows.task(boss), new Decide(false, "Too cheap"));
        assertThat(state(id)).isEqualTo("DRAFT");
        SaveContract corrected = typed(id);
        corrected.getLines().get(0).setDiscount(new BigDecimal("10"));
        contracts.update(seller, id, corrected);
        life.release(seller, id);
        for (ContractExit exit :
                Set.of(ContractExit.PDF, ContractExit.MAIL, ContractExit.PORTAL, ContractExit.SIGNATURE)) {
            leave(exit, id);
        }
        assertThatThrownBy(() -> leave(ContractExit.REMINDER, id))
                .as("nothing is owed yet")
                .isInstanceOf(IllegalPaper.class);
        life.sign(seller, id, sample.signature());
        for (ContractExit exit : Set.of(
                ContractExit.PDF,
                ContractExit.MAIL,
                ContractExit.REMINDER,
                ContractExit.AMENDMENT,
                ContractExit.RENEWAL)) {
            leave(exit, id);
        }
    }

    @Test
    void anEditAfterTheApprovalVoidsItAndOthersDoNot() {
        flows.active("contract", "RELEASE", null, CHEAP, SampleFlows.anyOf(boss));
        long id = contracts.create(seller, contract(line(SERVER, "1", "100", "25")));
        submit(needed(() -> life.release(seller, id)));
        decisions.decide(boss, flows.task(boss), new Decide(true, null));
        assertThat(state(id)).isEqualTo("RELEASED");
        leave(ContractExit.SIGNATURE, id);

        SaveContract beside = typed(id);
        beside.setNote("Ask for Anna");
        beside.setRemindDays(10);
        contracts.update(seller, id, beside);
        assertThat(state(id)).as("a note says nothing to the customer").isEqualTo("RELEASED");

        SaveContract other = typed(id);
        other.setEndsOn(LocalDate.now().plusYears(3));
        contracts.update(seller, id, other);
        assertThat(state(id)).isEqualTo("DRAFT");
        for (ContractExit exit : ContractExit.values()) {
            assertThatThrownBy(() -> leave(exit, id)).as(exit.name()).isInstanceOf(IllegalPaper.class);
        }
        needed(() -> life.release(seller, id));
    }

    @Test
    void aRateThatHasChangedIsNoGain() {
        rate("1.0");
        SaveContract euros = contract(line(SERVER, "1", "100", null), line(SUPPORT, "1", "50", null));
        euros.setCurrency("EUR");
        long first = contracts.create(seller, euros);
        life.release(seller, first);
        life.sign(seller, first, sample.signature());
        assertThat(gain(first)).isEqualByComparingTo("150");

        rate("1.2");
        long second = copies.amend(seller, first);
        SaveContract dollars = typed(second);
        dollars.setCurrency("USD");
        assertThatThrownBy(() -> contracts.update(seller, second, dollars))
                .hasMessage("sales.contract.error.currencyOfAmendment");
        life.release(seller, second);
        life.sign(seller, second, sample.signature());
        assertThat(gain(second)).as("the same lines at another rate").isZero();
        life.takeEffect(seller, second, LocalDate.now());

        rate("0.8");
        long third = copies.amend(seller, second);
        SaveContract more = typed(third);
        more.getLines().get(0).setQuantity(new BigDecimal("2"));
        contracts.update(seller, third, more);
        life.release(seller, third);
        life.sign(seller, third, sample.signature());
        assertThat(gain(third)).as("one hundred more, at 0.8").isEqualByComparingTo("80");
        assertThat(database.sql(
                                "select product_id, base_gain from contract_gain_product where contract_id = ? and base_gain <> 0")
                        .param(third)
                        .query()
                        .listOfRows())
                .singleElement()
                .satisfies(row -> assertThat(row.values()).containsExactly(SERVER, new BigDecimal("80.00")));
    }

    private void rate(String rate) {
        database.sql("delete from currency_rate where currency = 'EUR'").update();
        database.sql("insert into currency_rate (currency, valid_from, rate) values ('EUR', date '2020-01-01', ?)")
                .param(new BigDecimal(rate))
                .update();
    }

    @Test
    void anAmendmentHoldsFromItsDayOnAndCountsItsDifference() {
        long first =
                contracts.create(seller, contract(line(SERVER, "1", "100", null), line(SUPPORT, "1", "20.5", null)));
        assertThatThrownBy(() -> copies.amend(seller, first)).isInstanceOf(IllegalPaper.class);
        life.release(seller, first);
        life.sign(seller, first, sample.signature());
        long second = copies.amend(seller, first);
        assertThat(contracts.page(seller, second).label())
                .isEqualTo(contracts.page(seller, first).number() + "/2");
        assertThatThrownBy(() -> copies.amend(seller, first)).hasMessage("sales.contract.error.newer");
        SaveContract more = typed(second);
        more.getLines().get(0).setQuantity(new BigDecimal("3"));
        more.getLines().remove(1);
        more.setEffectiveOn(LocalDate.now().plusDays(20));
        more.setTheirSignatory("Bert Berg");
        more.setTheirRole("Owner");
        more.setDatedOn(LocalDate.now().plusDays(3));
        contracts.update(seller, second, more);

        PaperDifference<ContractPage> difference =
                differences.toEarlier(seller, second).orElseThrow();
        assertThat(difference.lines())
                .extracting(PaperDifference.Line::change)
                .containsExactly(PaperDifference.Change.CHANGED, PaperDifference.Change.GONE);
        assertThat(difference.facts())
                .extracting(PaperDifference.Fact::label)
                .contains(
                        "sales.contract.effectiveOn",
                        "sales.quote.total",
                        "sales.contract.theirSignatory",
                        "sales.contract.theirRole",
                        "sales.contract.datedOn");

        life.release(seller, second);
        life.sign(seller, second, sample.signature());
        assertThat(gain(first)).isEqualByComparingTo("120.50");
        assertThat(gain(second)).isEqualByComparingTo("179.50");
        assertThat(state(first)).as("until the day of the amendment").isEqualTo("SIGNED");
        life.takeEffect(seller, second, LocalDate.now().plusDays(19));
        assertThat(state(first)).isEqualTo("SIGNED");
        life.takeEffect(seller, second, LocalDate.now().plusDays(20));
        assertThat(state(first)).isEqualTo("REPLACED");
        assertThat(state(second)).isEqualTo("SIGNED");

        life.terminate(boss, second, new TerminateContract(LocalDate.now(), "Moved abroad"));
        assertThat(contracts.page(seller, second).signature().endReason()).isEqualTo("Moved abroad");
        assertThatThrownBy(() -> copies.amend(seller, second)).hasMessage("sales.contract.error.state.TERMINATED");
    }

    @Test
    void anAmendmentOfWhatHasEndedDoesNotLeave() {
        long first = contracts.create(seller, contract(line(SERVER, "1", "100", null)));
        life.release(seller, first);
        life.sign(seller, first, sample.signature());
        long second = copies.amend(seller, first);
        life.release(seller, second);
        for (ContractExit exit :
                Set.of(ContractExit.PDF, ContractExit.MAIL, ContractExit.PORTAL, ContractExit.SIGNATURE)) {
            leave(exit, second);
        }
        life.terminate(boss, first, new TerminateContract(LocalDate.now(), "Moved abroad"));
        for (ContractExit exit :
                Set.of(ContractExit.PDF, ContractExit.MAIL, ContractExit.PORTAL, ContractExit.SIGNATURE)) {
            assertThatThrownBy(() -> leave(exit, second))
                    .as(exit.name())
                    .hasMessage("sales.contract.error.endedMeanwhile");
        }
        leave(ContractExit.PDF, first);
        life.withdraw(seller, second);
        assertThatThrownBy(() -> life.release(seller, second)).hasMessage("sales.contract.error.endedMeanwhile");
        contracts.delete(seller, second);
    }

    @Test
    void itEndsAfterItsLastDayUnlessItGoesOnByItself() {
        LocalDate today = LocalDate.of(2027, 3, 1);
        SaveContract input = contract(line(SERVER, "1", "100", null));
        input.setStartsOn(LocalDate.of(2026, 3, 1));
        input.setEndsOn(LocalDate.of(2027, 2, 28));
        long plain = signed(input);
        input.setRenewal(Renewal.AUTOMATIC);
        input.setRenewalMonths(6);
        long goesOn = signed(input);

        for (long id : List.of(plain, goesOn)) {
            life.end(boss, id, today.minusDays(1));
            assertThat(state(id)).as("on its last day").isEqualTo("SIGNED");
            life.end(boss, id, today);
        }
        assertThat(state(plain)).isEqualTo("ENDED");
        assertThat(state(goesOn)).isEqualTo("SIGNED");
        assertThat(contracts.page(seller, goesOn).period().endsOn()).isEqualTo(LocalDate.of(2027, 8, 31));
        life.end(boss, goesOn, LocalDate.of(2028, 9, 15));
        assertThat(contracts.page(seller, goesOn).period().endsOn())
                .as("what was forgotten for a year")
                .isEqualTo(LocalDate.of(2029, 2, 28));
        assertThat(kinds(goesOn)).containsSequence("EXTEND", "EXTEND", "SIGN");
    }

    private long signed(SaveContract input) {
        long id = contracts.create(seller, input);
        life.release(seller, id);
        life.sign(seller, id, sample.signature());
        return id;
    }

    @Test
    void theDatabaseRefusesWhatNobodyAsked() {
        long id = contracts.create(seller, contract(line(SERVER, "1", "100", null)));
        ExitGuard.on(context);
        try {
            refused("update contract set state = 'RELEASED', released_at = now() where id = " + id);
            life.release(seller, id);
            refused("update contract set total = 1 where id = " + id);
            refused("update contract set ends_on = ends_on + 1 where id = " + id);
            refused("update contract_line set price = 1 where contract_id = " + id);
            refused("delete from contract_line where contract_id = " + id);
            life.sign(seller, id, sample.signature());
            refused("update contract set base_gain = 1 where id = " + id);
            refused("update contract set signed_on = signed_on - 1 where id = " + id);
            refused("update contract set ends_on = ends_on + 1 where id = " + id);
            refused("delete from contract where id = " + id);
            life.terminate(boss, id, new TerminateContract(LocalDate.now(), "Moved abroad"));
            refused("update contract set end_reason = 'x' where id = " + id);
        } finally {
            ExitGuard.off(context);
        }
    }

    @Test
    void badInputIsRefusedAtItsField() {
        SaveContract ends = contract(line(SERVER, "1", "100", null));
        ends.setEndsOn(ends.getStartsOn().minusDays(1));
        assertThatThrownBy(() -> contracts.create(seller, ends)).hasMessage("sales.quote.error.endsBefore");
        SaveContract endless = contract(line(SERVER, "1", "100", null));
        endless.setRenewal(Renewal.AUTOMATIC);
        endless.setEndsOn(null);
        assertThatThrownBy(() -> contracts.create(seller, endless)).hasMessage("sales.contract.error.renewsWithoutEnd");
        SaveContract months = contract(line(SERVER, "1", "100", null));
        months.setRenewal(Renewal.AUTOMATIC);
        assertThatThrownBy(() -> contracts.create(seller, months)).hasMessage("sales.contract.error.months");
        long empty = contracts.create(seller, contract());
        assertThatThrownBy(() -> life.release(seller, empty)).hasMessage("sales.contract.error.empty");
        Viewer stranger = accounts.representative(accounts.team("East", null));
        assertThatThrownBy(() -> contracts.page(stranger, empty)).isInstanceOf(NotFound.class);
        long id = contracts.create(seller, contract(line(SERVER, "1", "100", null)));
        life.release(seller, id);
        SignContract later = new SignContract(LocalDate.now().plusDays(2), seller.personId(), "Anna Berg", null);
        assertThatThrownBy(() -> life.sign(seller, id, later)).hasMessage("sales.contract.error.signedLater");
    }

    private BigDecimal gain(long id) {
        return database.sql("select base_gain from contract where id = " + id)
                .query(BigDecimal.class)
                .single();
    }

    private void refused(String sql) {
        assertThatThrownBy(() -> transactions.executeWithoutResult(
                        status -> database.sql(sql).update()))
                .as(sql)
                .rootCause()
                .hasMessageContaining("contract");
    }

    private void leave(ContractExit exit, long id) {
        transactions.executeWithoutResult(
                status -> exits.leave(exit, contracts.now(id)).require(exit));
    }

    private SaveContract typed(long id) {
        return contracts.page(seller, id).toInput(contracts.lines(seller, contracts.page(seller, id)));
    }

    private SaveContract contract(SaveLine... lines) {
        return sample.contract(lines);
    }

    private List<String> kinds(long id) {
        return contracts.events(seller, contracts.page(seller, id)).stream()
                .map(ContractEvent::kind)
                .toList();
    }

    private String state(long id) {
        return contracts.page(seller, id).state().name();
    }

    private ApprovalNeeded needed(ThrowingCallable action) {
        return Objects.requireNonNull(catchThrowableOfType(ApprovalNeeded.class, action));
    }

    private void submit(ApprovalNeeded needed) {
        gate.submit(
                seller, new Submission(needed.proposal(), Objects.requireNonNull(needed.action()), "Please", Map.of()));
    }
}
