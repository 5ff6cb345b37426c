package org.triviumcrm.sales.quote;

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
import java.util.function.Consumer;
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
import org.triviumcrm.sales.release.IllegalPaper;
import org.triviumcrm.sales.release.QuoteExit;
import org.triviumcrm.sales.release.QuoteExits;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.ExitGuard;
import org.triviumcrm.testing.SampleFlows;

/** A quote from its first line to the customer's word, with and without flows that ask for an approval. */
@CommittingTest
class QuoteLifeTests {

    private static final ConditionGroup CHEAP =
            ConditionGroup.all(new Condition("discount", Comparison.MORE_THAN, "10"));

    @Autowired
    QuoteService quotes;

    @Autowired
    QuoteLifeService life;

    @Autowired
    QuoteExpiryJob expiry;

    @Autowired
    QuoteDifferenceService differences;

    @Autowired
    QuoteExits exits;

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

    private QuoteSample sample;
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
        sample = new QuoteSample(database, seller);
        sample.found();
    }

    @Test
    void withoutAFlowAQuoteIsReleasedAtOnceAndAccepted() {
        long id = quotes.create(seller, quote(line(SERVER, "2", "100", "10"), line(SUPPORT, "4", "20.5", null)));
        QuotePage page = quotes.page(seller, id);
        assertThat(page.number()).matches("Q-\\d{4}-00001");
        assertThat(page.net()).isEqualByComparingTo("262.00");
        assertThat(page.total()).isEqualByComparingTo("314.40");
        assertThat(page.discountPercent()).isEqualByComparingTo("7.09");
        // 180 less 120: support's cost is not known
        assertThat(page.marginPercent()).isEqualByComparingTo("33.3");
        assertThatThrownBy(() -> life.accept(seller, id, new DecideQuote(null)))
                .isInstanceOf(IllegalPaper.class)
                .hasMessage("sales.quote.error.notReleased");

        life.release(seller, id);
        life.accept(seller, id, new DecideQuote("By telephone"));
        assertThat(kinds(id)).containsExactly("ACCEPT", "NO_FLOW", "RELEASE", "CREATED");
        assertThat(quotes.events(seller, quotes.page(seller, id)).get(0).said()).isEqualTo("By telephone");
        assertThatThrownBy(() -> quotes.delete(seller, id)).isInstanceOf(IllegalPaper.class);
        assertThat(quotes.page(seller, quotes.duplicate(seller, id)).number()).endsWith("-00002");
    }

    @Test
    void nothingLeavesWhileAnApprovalIsPending() {
        flows.active("quote", "RELEASE", null, CHEAP, SampleFlows.anyOf(boss));
        long id = quotes.create(seller, quote(line(SERVER, "1", "100", "25")));
        ApprovalNeeded needed = needed(() -> life.release(seller, id));
        assertThat(state(id)).isEqualTo("DRAFT");
        submit(needed);
        assertThat(state(id)).isEqualTo("SUBMITTED");

        for (QuoteExit exit : QuoteExit.values()) {
            assertThatThrownBy(() -> leave(exit, id)).as(exit.name()).isInstanceOf(UnderApproval.class);
        }
        assertThatThrownBy(() -> life.accept(seller, id, new DecideQuote(null))).isInstanceOf(UnderApproval.class);
        assertThatThrownBy(() -> quotes.duplicate(seller, id)).isInstanceOf(UnderApproval.class);
        assertThatThrownBy(() -> quotes.delete(seller, id)).isInstanceOf(UnderApproval.class);
        assertThatThrownBy(() -> quotes.update(seller, id, typed(id))).isInstanceOf(UnderApproval.class);

        decisions.decide(boss, flows.task(boss), new Decide(false, "Too cheap"));
        assertThat(state(id)).isEqualTo("DRAFT");
        SaveQuote corrected = typed(id);
        corrected.getLines().get(0).setDiscount(new BigDecimal("10"));
        quotes.update(seller, id, corrected);
        life.release(seller, id);
        for (QuoteExit exit : QuoteExit.values()) {
            leave(exit, id);
        }
    }

    /** The option costs 60 and is sold at 50: nobody has ticked it, and the customer may. */
    @Test
    void whatACustomerMayTickIsAskedAboutAndShown() {
        flows.active("quote", "RELEASE", null, CHEAP, SampleFlows.anyOf(boss));
        SaveLine option = line(SERVER, "3", "100", "50");
        option.setOptional(true);
        long id = quotes.create(seller, quote(line(SERVER, "1", "100", null), option));
        assertThat(quotes.page(seller, id).discountPercent()).isEqualByComparingTo("0");
        ApprovalNeeded needed = needed(() -> life.release(seller, id));
        assertThat(needed.proposal().after().values())
                .containsEntry("discount", new BigDecimal("37.5"))
                .containsEntry("lineDiscount", new BigDecimal("5E+1"))
                .containsEntry("margin", new BigDecimal("4"))
                .containsEntry("amount", new BigDecimal("2.5E+2"));
        assertThat(context.getBean(QuoteSnapshots.class).of(id).lines())
                .extracting(shown -> shown.label() + "=" + shown.after())
                .contains(
                        "sales.quote.optionsOpen=3 × Product " + SERVER + " 100 -50 %",
                        "sales.quote.mostDiscount=37.5 %")
                .noneMatch(shown -> shown.startsWith("sales.quote.optionsChosen"));

        SaveQuote dearer = typed(id);
        dearer.getLines().get(1).setDiscount(new BigDecimal("10"));
        quotes.update(seller, id, dearer);
        life.release(seller, id);
    }

    /** A rate of yesterday is often entered today: it changes nothing of what was approved. */
    @Test
    void aRateThatIsEnteredLaterShutsNothingThatWasApproved() {
        rate("1.1", 30);
        flows.active(
                "quote",
                "RELEASE",
                null,
                ConditionGroup.all(new Condition("amount", Comparison.MORE_THAN, "1000")),
                SampleFlows.anyOf(boss));
        SaveLine option = line(SERVER, "30", "100", null);
        option.setOptional(true);
        SaveQuote input = quote(line(SERVER, "1", "100", null), option);
        input.setCurrency("EUR");
        long id = quotes.create(seller, input);
        ApprovalNeeded needed = needed(() -> life.release(seller, id));
        assertThat(needed.proposal().after().values()).containsEntry("amount", new BigDecimal("3.41E+3"));
        submit(needed);
        decisions.decide(boss, flows.task(boss), new Decide(true, null));
        leave(QuoteExit.MAIL, id);
        rate("2.5", 1);
        leave(QuoteExit.MAIL, id);
        leave(QuoteExit.PORTAL, id);
    }

    private void rate(String rate, int daysAgo) {
        database.sql(
                        "insert into currency_rate (currency, valid_from, rate) values ('EUR', current_date - ?, ?::numeric)")
                .params(daysAgo, rate)
                .update();
    }

    @Test
    void anEditAfterTheApprovalVoidsItAndOthersDoNot() {
        flows.active("quote", "RELEASE", null, CHEAP, SampleFlows.anyOf(boss));
        long id = quotes.create(seller, quote(line(SERVER, "1", "100", "25")));
        submit(needed(() -> life.release(seller, id)));
        decisions.decide(boss, flows.task(boss), new Decide(true, null));
        assertThat(state(id)).isEqualTo("RELEASED");
        leave(QuoteExit.MAIL, id);

        SaveQuote beside = typed(id);
        beside.setNote("Ask for Anna");
        quotes.update(seller, id, beside);
        assertThat(state(id)).as("a note says nothing to the customer").isEqualTo("RELEASED");

        SaveQuote other = typed(id);
        other.getLines().get(0).setQuantity(new BigDecimal("2"));
        quotes.update(seller, id, other);
        assertThat(state(id)).isEqualTo("DRAFT");
        for (QuoteExit exit : QuoteExit.values()) {
            assertThatThrownBy(() -> leave(exit, id)).as(exit.name()).isInstanceOf(IllegalPaper.class);
        }
        needed(() -> life.release(seller, id));
    }

    @Test
    void aLowerPriceIsADiscountForFlowsAndSoIsMarginSeen() {
        flows.active("quote", "RELEASE", null, CHEAP, SampleFlows.anyOf(boss));
        long id = quotes.create(seller, quote(line(SERVER, "1", "80", null)));
        assertThat(quotes.page(seller, id).discountPercent()).isEqualByComparingTo("20");
        needed(() -> life.release(seller, id));
    }

    @Test
    void soItIsForTheLargestDiscountOfALine() {
        flows.active(
                "quote",
                "RELEASE",
                null,
                ConditionGroup.all(new Condition("lineDiscount", Comparison.MORE_THAN, "15")),
                SampleFlows.anyOf(boss));
        long small = quotes.create(seller, quote(line(SERVER, "1", "95", "10"), line(SUPPORT, "1", "20.5", null)));
        life.release(seller, small);
        assertThat(state(small)).as("14.5 %").isEqualTo("RELEASED");
        long large = quotes.create(seller, quote(line(SERVER, "1", "80", null), line(SUPPORT, "90", "20.5", null)));
        needed(() -> life.release(seller, large));
    }

    /** Both stand on the paper: what nobody has approved does not get there. */
    @Test
    void anotherSubjectOrReceiverMakesItADraftAgain() {
        for (Consumer<SaveQuote> change :
                List.<Consumer<SaveQuote>>of(one -> one.setName("Servers for Paris"), one -> one.setContactId(null))) {
            long id = quotes.create(seller, quote(line(SERVER, "1", "100", null)));
            life.release(seller, id);
            SaveQuote same = typed(id);
            same.setNote("Only for us");
            quotes.update(seller, id, same);
            assertThat(state(id)).as("what the customer does not read").isEqualTo("RELEASED");
            SaveQuote other = typed(id);
            change.accept(other);
            quotes.update(seller, id, other);
            assertThat(state(id)).isEqualTo("DRAFT");
        }
    }

    @Test
    void marginAndAmountCanNeedAnApproval() {
        flows.active(
                "quote",
                "RELEASE",
                null,
                ConditionGroup.all(new Condition("margin", Comparison.LESS_THAN, "30")),
                SampleFlows.anyOf(boss));
        flows.active(
                "quote",
                "RELEASE",
                null,
                ConditionGroup.all(new Condition("amount", Comparison.MORE_THAN, "1000")),
                SampleFlows.anyOf(boss));
        long good = quotes.create(seller, quote(line(SERVER, "10", "100", null)));
        life.release(seller, good);
        assertThat(state(good)).as("40 % of 1,000").isEqualTo("RELEASED");
        long thin = quotes.create(seller, quote(line(SERVER, "1", "80", null)));
        needed(() -> life.release(seller, thin));
        long large = quotes.create(seller, quote(line(SERVER, "11", "100", null)));
        needed(() -> life.release(seller, large));
        long unknown = quotes.create(seller, quote(line(SUPPORT, "1", "1", null)));
        life.release(seller, unknown);
        assertThat(state(unknown)).as("a margin that nobody knows is not below").isEqualTo("RELEASED");
    }

    @Test
    void aNewerVersionTakesThePlaceOfTheOtherWhenItIsReleased() {
        long first = quotes.create(seller, quote(line(SERVER, "1", "100", null), line(SUPPORT, "1", "20.5", null)));
        life.release(seller, first);
        long second = quotes.revise(seller, first);
        assertThat(quotes.page(seller, second).label())
                .isEqualTo(quotes.page(seller, first).number() + "/2");
        assertThatThrownBy(() -> quotes.revise(seller, first)).hasMessage("sales.quote.error.newer");
        SaveQuote changed = typed(second);
        changed.getLines().get(0).setQuantity(new BigDecimal("3"));
        changed.getLines().remove(1);
        changed.getLines().add(line(null, "1", "7", null));
        changed.setName("Servers for Paris");
        changed.setLanguage("zh-CN");
        changed.setGross(true);
        quotes.update(seller, second, changed);

        PaperDifference<QuotePage> difference =
                differences.toEarlier(seller, second).orElseThrow();
        assertThat(difference.lines())
                .extracting(PaperDifference.Line::change)
                .containsExactly(
                        PaperDifference.Change.CHANGED, PaperDifference.Change.ADDED, PaperDifference.Change.GONE);
        assertThat(difference.facts())
                .extracting(PaperDifference.Fact::label)
                .contains(
                        "sales.quote.net",
                        "sales.quote.total",
                        "sales.quote.name",
                        "sales.quote.language",
                        "sales.quote.gross");
        assertThat(difference.facts()).contains(new PaperDifference.Fact("sales.quote.language", "English", "Chinese"));

        assertThat(state(first)).isEqualTo("RELEASED");
        life.release(seller, second);
        assertThat(state(first)).isEqualTo("REPLACED");
        assertThatThrownBy(() -> life.accept(seller, first, new DecideQuote(null)))
                .isInstanceOf(IllegalPaper.class);
    }

    @Test
    void whatIsOverDoesNotBindTheCompany() {
        SaveQuote quote = quote(line(SERVER, "1", "100", null));
        quote.setQuotedOn(LocalDate.now().minusDays(40));
        quote.setValidUntil(LocalDate.now().minusDays(10));
        long id = quotes.create(seller, quote);
        life.release(seller, id);
        assertThatThrownBy(() -> life.accept(seller, id, new DecideQuote(null))).hasMessage("sales.quote.error.over");
        assertThatThrownBy(() -> leave(QuoteExit.MAIL, id)).hasMessage("sales.quote.error.over");
        leave(QuoteExit.PDF, id);
        long other = quotes.create(seller, quote(line(SERVER, "1", "100", null)));
        life.release(seller, other);

        expiry.run();
        assertThat(state(id)).isEqualTo("EXPIRED");
        assertThat(state(other)).as("until the end of its last day").isEqualTo("RELEASED");
        assertThat(kinds(id)).startsWith("EXPIRE");
        assertThat(database.sql("select link from notice where person_id = " + seller.personId())
                        .query(String.class)
                        .list())
                .containsExactly("/sales/quotes/" + id);
        expiry.run();
        assertThat(kinds(id)).containsOnlyOnce("EXPIRE");
        assertThat(quotes.page(seller, quotes.revise(seller, id)).state().name())
                .isEqualTo("DRAFT");
    }

    @Test
    void theDatabaseRefusesWhatNobodyAsked() {
        long id = quotes.create(seller, quote(line(SERVER, "1", "100", null)));
        ExitGuard.on(context);
        try {
            refused("update quote set state = 'RELEASED', released_at = now() where id = " + id);
            life.release(seller, id);
            refused("update quote set total = 1 where id = " + id);
            refused("update quote_line set price = 1 where quote_id = " + id);
            refused("delete from quote_line where quote_id = " + id);
            refused("insert into quote_line (quote_id, position, kind, words, quantity, price) values (" + id
                    + ", 9, 'ITEM', 'x', 1, 1)");
        } finally {
            ExitGuard.off(context);
        }
    }

    @Test
    void whatIsValidForTooLongFromOldTimesCanBeWorkedOn() {
        long id = quotes.create(seller, quote(line(SERVER, "1", "100", null)));
        database.sql("update quote set valid_until = quoted_on + 9000 where id = " + id)
                .update();
        SaveQuote words = typed(id);
        LocalDate asItWas = words.getValidUntil();
        words.setName("Said better");
        quotes.update(seller, id, words);
        assertThat(quotes.page(seller, id).validUntil()).isEqualTo(asItWas);
        long copy = quotes.duplicate(seller, id);
        QuotePage other = quotes.page(seller, copy);
        assertThat(other.validUntil()).isEqualTo(other.quotedOn().plusYears(10));
        SaveQuote later = typed(id);
        later.setValidUntil(asItWas.plusDays(1));
        assertThatThrownBy(() -> quotes.update(seller, id, later)).hasMessage("sales.quote.error.validTooLong");
    }

    @Test
    void badInputIsRefusedAtItsField() {
        SaveQuote ends = quote(line(SERVER, "1", "100", null));
        ends.setValidUntil(ends.getQuotedOn().minusDays(1));
        assertThatThrownBy(() -> quotes.create(seller, ends)).hasMessage("sales.quote.error.endsBefore");
        for (String day : List.of("0206-03-01", "20226-03-01")) {
            SaveQuote typo = quote(line(SERVER, "1", "100", null));
            typo.setQuotedOn(day.startsWith("2") ? LocalDate.of(20226, 3, 1) : LocalDate.parse(day));
            typo.setValidUntil(typo.getQuotedOn().plusDays(30));
            assertThatThrownBy(() -> quotes.create(seller, typo)).hasMessage("sales.quote.error.day");
        }
        SaveQuote eternal = quote(line(SERVER, "1", "100", null));
        eternal.setValidUntil(eternal.getQuotedOn().plusYears(10).plusDays(1));
        assertThatThrownBy(() -> quotes.create(seller, eternal)).hasMessage("sales.quote.error.validTooLong");
        SaveQuote unpriced = quote(line(SERVER, "1", null, null));
        assertThatThrownBy(() -> quotes.create(seller, unpriced)).hasMessage("sales.quote.error.price");
        SaveQuote rateless = quote(line(SERVER, "1", "100", null));
        rateless.setCurrency("CHF");
        assertThatThrownBy(() -> quotes.create(seller, rateless)).hasMessage("sales.error.currency");
        long empty = quotes.create(seller, quote());
        assertThatThrownBy(() -> life.release(seller, empty)).hasMessage("sales.quote.error.empty");
        Viewer stranger = accounts.representative(accounts.team("East", null));
        assertThatThrownBy(() -> quotes.page(stranger, empty)).isInstanceOf(RuntimeException.class);
    }

    private void refused(String sql) {
        assertThatThrownBy(() -> transactions.executeWithoutResult(
                        status -> database.sql(sql).update()))
                .as(sql)
                .rootCause()
                .hasMessageContaining("quote");
    }

    private void leave(QuoteExit exit, long id) {
        transactions.executeWithoutResult(
                status -> exits.leave(exit, quotes.now(id)).require(exit));
    }

    private SaveQuote typed(long id) {
        return quotes.page(seller, id).toInput(quotes.lines(seller, quotes.page(seller, id)));
    }

    private SaveQuote quote(SaveLine... lines) {
        return sample.quote(lines);
    }

    private List<String> kinds(long id) {
        return quotes.events(seller, quotes.page(seller, id)).stream()
                .map(QuoteEvent::kind)
                .toList();
    }

    private String state(long id) {
        return quotes.page(seller, id).state().name();
    }

    private ApprovalNeeded needed(ThrowingCallable action) {
        return Objects.requireNonNull(catchThrowableOfType(ApprovalNeeded.class, action));
    }

    private void submit(ApprovalNeeded needed) {
        gate.submit(
                seller, new Submission(needed.proposal(), Objects.requireNonNull(needed.action()), "Please", Map.of()));
    }
}
